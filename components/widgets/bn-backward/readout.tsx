import type { ComponentChildren } from 'preact';
import { signedScale } from '#charts/cell-colour.ts';
import { decimalsFor, powerText } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { shortText, smallText, squareText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The squared lengths on the way back, and whether all that is said of it holds. */
export function Readout({ model, t }: Props) {
  return (
    <div class="readout">
      <Lengths model={model} t={t} />
      <Checks model={model} t={t} />
    </div>
  );
}

const BAR = 200;

/** The squared length of what arrives, what each part takes of it, and what is left. */
function Lengths({ model, t }: Props) {
  const { upstream, common, along, rest, gradient } = model.lengths.value;
  const most = Math.max(upstream, rest, gradient);
  const at = (value: number): number => (most > 0 ? (BAR * value) / most : 0);
  const isExact = model.params.value.epsilon === '0';
  return (
    <section>
      <table class="number-table lengths">
        <caption>{t('lengths')}</caption>
        <tbody>
          <Length at={at} part="upstream" kind="before" name="‖∂L/∂y‖²" to={upstream} />
          <Length
            at={at}
            part="common"
            kind="range"
            name={`− ‖c‖²${isExact ? ' = ⟨1, g⟩²/m' : ''}`}
            from={upstream - common}
            to={upstream}
          />
          <Length
            at={at}
            part="along"
            kind="range"
            name={`− ‖ax̂‖²${isExact ? ' = ⟨x̂, g⟩²/m' : ''}`}
            from={upstream - common - along}
            to={upstream - common}
          />
          <Length at={at} part="rest" kind="after" name="= ‖r‖²" to={rest} />
          <Length
            at={at}
            part="gradient"
            kind="after"
            name={`× ${squareText(model)} = ‖∂L/∂x‖²`}
            to={gradient}
          />
        </tbody>
      </table>
      {!isExact && (
        <p class="remark">{t('notSquare', { lacking: smallText(model.slip.value.lacking) })}</p>
      )}
    </section>
  );
}

type LengthProps = {
  readonly at: (value: number) => number;
  readonly part: string;
  readonly kind: 'before' | 'range' | 'after';
  readonly name: string;
  readonly from?: number;
  readonly to: number;
};

function Length({ at, part, kind, name, from = 0, to }: LengthProps) {
  return (
    <tr {...usePart(part)}>
      <th scope="row">{name}</th>
      <td>
        <svg class={`bar ${kind}`} viewBox={`0 0 ${BAR} 14`} aria-hidden="true">
          <rect x={at(from)} width={at(to - from)} height={14} />
        </svg>
      </td>
      <td>{shortText(to - from)}</td>
    </tr>
  );
}

/** What must be equal, or 0, and how far it is from that; the directions that are taken and left. */
function Checks({ model, t }: Props) {
  const { k } = useWidget();
  const { gradient, matrix, sum, alongSum, twice } = model.checks.value;
  const { both, rank, trace } = model.directions.value;
  const m = model.count.value;
  const isExact = model.params.value.epsilon === '0';
  return (
    <section>
      <p class="panel-title">
        <b>{t('checks')}</b>
      </p>
      <dl class="checks">
        <Check name={t('automatic')}>{powerText(gradient)}</Check>
        <Check name={t('automaticMatrix')}>{powerText(matrix)}</Check>
        <Check name="Σ ∂L/∂xᵢ">{shortText(sum)}</Check>
        <Check name="Σ x̂ᵢ ∂L/∂xᵢ">{shortText(alongSum)}</Check>
        <Check name={t('twice')}>{powerText(twice)}</Check>
        <Check name={t('trace')}>{shortText(trace)}</Check>
      </dl>
      <div class="directions" {...usePart('directions')}>
        <p>
          {isExact
            ? t('rank', { count: m, rank })
            : t('slippingEigenvalue', { eigenvalue: smallText(model.slip.value.part) })}
        </p>
        <div class="eigenvalues">
          <span>{t('taken')}</span>
          <span>{t('kept')}</span>
          <TensorGrid
            label={t('eigenvalues')}
            array={both}
            scale={signedScale(1)}
            decimals={decimalsFor(both.data)}
            cellName={({ row, column }, text) =>
              k('cell', { row: row + 1, column: column + 1, value: text })
            }
          />
        </div>
      </div>
    </section>
  );
}

type CheckProps = { readonly name: string; readonly children: ComponentChildren };

function Check({ name, children }: CheckProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
