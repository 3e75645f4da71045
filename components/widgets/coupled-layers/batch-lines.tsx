import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { signedScale } from '#charts/cell-colour.ts';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Shape } from './shape.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** What is normalized, and what comes out. */
const letters = { hidden: 'h', normalized: 'ĥ' } as const;

const WIDTH = 400;
const LEFT = 64;
const RIGHT = 12;
const HEIGHT = 214;

/** Heights of the four number lines: what is normalized before and after the step, and what comes out. */
const LINES = { hidden: [26, 66], normalized: [130, 170] } as const;

/** The batch where it is normalized: two number lines before that, and two after. */
export function BatchLines({ model, t }: Props) {
  const { x } = model.state.params.value;
  const part = usePart('batch');
  if (!model.isNormalized.value) return null;
  return (
    <section class="batch" {...part}>
      <PanelTitle name={t('batch')} note={t('batchNote')} />
      <MatrixEditor
        name="x"
        label={t('batch')}
        array={x}
        scale={signedScale(maxAbs(x.data))}
        marks={[{ kind: 'cell', row: 0, column: model.watched.value }]}
        step={0.1}
        onSet={({ column }, value, gesture) => model.setExample(column, value, gesture)}
        onReplace={model.setBatch}
      />
      <svg class="plot" role="img" aria-label={t('valuesText')} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <Pair model={model} t={t} name="hidden" />
        <Pair model={model} t={t} name="normalized" />
      </svg>
    </section>
  );
}

/** One quantity on two number lines of one scale, before the step and now, with a thread for every example. */
function Pair({ model, t, name }: Props & { readonly name: 'hidden' | 'normalized' }) {
  const { before, now } = model.batches.value[name];
  const shapes = model.shapes.value[name];
  const reach = [shapes.before, shapes.now].flatMap(({ mean, deviation }) => [
    mean - deviation,
    mean + deviation,
  ]);
  const [least, most] = extent([...before, ...now, ...reach]);
  const scale = linearScale([least, most > least ? most : least + 1], [LEFT, WIDTH - RIGHT]);
  const [upper, lower] = LINES[name];
  const watched = model.watched.value;
  return (
    <g {...usePart(name)} class="pair">
      {scale.ticks(5).map((value) => (
        <g key={value} class={value === 0 ? 'tick zero' : 'tick'}>
          <path d={`M${scale(value)} ${upper - 12}V${lower + 12}`} />
          <text x={scale(value)} y={lower + 26} text-anchor="middle">
            {numberText(value, most - least < 4 ? 1 : 0)}
          </text>
        </g>
      ))}
      <g class="threads">
        {before.map((value, index) => (
          <path
            key={index}
            class={index === watched ? 'current' : ''}
            d={`M${scale(value)} ${upper}L${scale(now[index])} ${lower}`}
          />
        ))}
      </g>
      <Line
        y={upper}
        scale={scale}
        label={`${letters[name]} ${t('before')}`}
        shape={shapes.before}
      />
      <Line y={lower} scale={scale} label={`${letters[name]} ${t('after')}`} shape={shapes.now} />
      <Dots kind="before" values={before} y={upper} scale={scale} watched={watched} />
      <Dots kind="after" values={now} y={lower} scale={scale} watched={watched} />
    </g>
  );
}

type LineProps = {
  readonly y: number;
  readonly scale: AxisScale;
  readonly label: string;
  readonly shape: Shape;
};

/** An axis with its mean, and one deviation to either side of it. */
function Line({ y, scale, label, shape: { mean, deviation } }: LineProps) {
  const [from, to] = [scale(mean - deviation), scale(mean + deviation)];
  return (
    <>
      <rect class="band" x={from} y={y - 5} width={Math.max(to - from, 1)} height={10} />
      <path class="axis" d={`M${LEFT} ${y}H${WIDTH - RIGHT}`} />
      <path class="mean" d={`M${scale(mean)} ${y - 8}v16`} />
      <text class="axis-label" x={0} y={y + 4}>
        {label}
      </text>
    </>
  );
}

type DotsProps = {
  readonly kind: 'before' | 'after';
  readonly values: readonly number[];
  readonly y: number;
  readonly scale: AxisScale;
  readonly watched: number;
};

function Dots({ kind, values, y, scale, watched }: DotsProps) {
  return (
    <g class={`dots state-${kind}`}>
      {values.map((value, index) => (
        <circle
          key={index}
          class={index === watched ? 'current' : ''}
          cx={scale(value)}
          cy={y}
          r={4}
        />
      ))}
    </g>
  );
}
