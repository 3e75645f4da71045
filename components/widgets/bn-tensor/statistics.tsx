import { signedScale } from '#charts/cell-colour.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import type { Affine, Model } from './model.ts';
import { channelHue } from './scene.ts';
import type { Key } from './strings.ts';
import { LINES } from './walk.ts';
import { channelName } from './words.ts';

type Props = ViewProps<Model, Key>;

/** A column for each channel: what it has for its mean and variance so far, and its γ and β. */
export function Statistics({ model, t }: Props) {
  const channels = model.channels.value;
  const { mean, variance } = model.state.answered.value.result;
  return (
    <div class="statistics" style={`--channels:${channels}`}>
      <span />
      <div class="heads">
        {Array.from({ length: channels }, (_, c) => {
          const hue = channelHue(c, channels);
          return (
            <b
              key={c}
              class={hue === undefined ? '' : `hue-${hue + 1}`}
              data-now={c === model.current.value[1] ? '' : undefined}
            >
              {c + 1}
            </b>
          );
        })}
      </div>
      <Taken part="mean" letter="μ" array={mean} line={1} model={model} t={t} />
      <Taken part="deviation" letter="σ²" array={variance} line={2} model={model} t={t} />
      <Learned name="gamma" letter="γ" model={model} t={t} />
      <Learned name="beta" letter="β" model={model} t={t} />
    </div>
  );
}

type TakenProps = Props & {
  readonly part: 'mean' | 'deviation';
  readonly letter: string;
  readonly array: NdArray;
  /** The line of the algorithm that takes it. */
  readonly line: number;
};

/** A statistic of every channel that the walk has come to. */
function Taken({ part, letter, array, line, model, t }: TakenProps) {
  const { k } = useWidget();
  const row = { shape: [1, array.data.length], data: array.data };
  return (
    <>
      <span class="letter">{letter}</span>
      <div {...usePart(part)}>
        <TensorGrid
          label={t(part)}
          array={row}
          scale={signedScale(maxAbs(array.data))}
          decimals={2}
          filled={Math.floor((model.step.value + LINES - line) / LINES)}
          cellName={({ column }, text) =>
            k('cell', { row: 1, column: column + 1, value: text }) +
            ` (${channelName(t, model, column)})`
          }
        />
      </div>
    </>
  );
}

function Learned({
  name,
  letter,
  model,
  t,
}: Props & { readonly name: Affine; readonly letter: string }) {
  const { data } = model.affine.value[name];
  return (
    <>
      <span class="letter">{letter}</span>
      <div {...usePart(name)}>
        <MatrixEditor
          name={name}
          quiet
          label={`${letter}, ${t('perChannel')}`}
          array={{ shape: [1, data.length], data }}
          scale={signedScale(Math.max(maxAbs(data), 3))}
          step={0.1}
          onSet={(at, value, gesture) => model.setAffine(name, at, value, gesture)}
          onReplace={(cells) => model.replaceAffine(name, cells)}
        />
      </div>
    </>
  );
}
