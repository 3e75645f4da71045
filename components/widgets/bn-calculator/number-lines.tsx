import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { Grip } from '#charts/grip.tsx';
import { numberText, shortNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { LINES, params as schema } from './params.ts';
import type { Key } from './strings.ts';
import { inputText } from './words.ts';

type Props = ViewProps<Model, Key>;
type RowProps = Props & { readonly scale: AxisScale };

const WIDTH = 360;
const LEFT = 40;
const RIGHT = 14;
const ROW = 84;
const HEIGHT = LINES * ROW + 18;

/** Height of a row's axis; dots are stacked above it, marks hang below. */
const axisOf = (row: number): number => row * ROW + 50;

const rowParts = ['x', 'centred', 'normalized', 'y'] as const;

/** The numbers on four axes of one scale, one for each line, with a thread for every number. */
export function NumberLines({ model, t }: Props) {
  const [from, to] = model.domain.value;
  const scale = linearScale([from, to], [LEFT, WIDTH - RIGHT]);
  const shown = Math.max(model.step.value, 1);
  const inner = { model, t, scale };
  return (
    <div
      class="lines"
      onPointerDownCapture={model.hold}
      onPointerUp={model.release}
      onPointerCancel={model.release}
    >
      <svg
        class="plot"
        role="group"
        aria-label={t('lines', { step: shown })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        {scale.ticks(7).map((value) => (
          <g key={value} class={value === 0 ? 'tick zero' : 'tick'}>
            <path d={`M${scale(value)} 12V${HEIGHT - 16}`} />
            <text x={scale(value)} y={HEIGHT - 4} text-anchor="middle">
              {numberText(value, 0)}
            </text>
          </g>
        ))}
        <Threads {...inner} />
        {rowParts.slice(0, shown).map((part, row) => (
          <Axis key={part} {...inner} row={row} />
        ))}
        {model.step.value >= 1 && <Mean {...inner} />}
        {model.step.value >= 2 && <Spread {...inner} row={1} part="variance" label="±σ = " />}
        {model.step.value >= 3 && <Spread {...inner} row={2} part="normalized" label="" />}
        {model.step.value >= 4 && <Affine {...inner} />}
        <Grips {...inner} />
        {rowParts.slice(1, shown).map((part, index) => (
          <Dots key={part} {...inner} row={index + 1} />
        ))}
      </svg>
    </div>
  );
}

/** From every number to what the next line makes of it. */
function Threads({ model, scale }: RowProps) {
  const rows = model.rows.value.slice(0, Math.max(model.step.value, 1));
  return (
    <g class="threads" aria-hidden="true">
      {Array.from({ length: model.count.value }, (_, index) => {
        const places = rows.map(({ data }, row) => `${scale(data[index])} ${axisOf(row)}`);
        const current = index === model.current.value ? 'current' : '';
        return <path key={index} class={current} d={`M${places.join('L')}`} />;
      })}
    </g>
  );
}

function Axis({ model, row, t }: RowProps & { readonly row: number }) {
  const part = rowParts[row];
  return (
    <g {...usePart(part)} class="row">
      <path class="axis" d={`M${LEFT} ${axisOf(row)}H${WIDTH - RIGHT}`} />
      <text class="axis-label" x={2} y={axisOf(row) + 4}>
        {t(`row.${part}`)}
      </text>
      <title>{t(`rowOf.${part}`, { count: model.count.value })}</title>
    </g>
  );
}

/** The numbers themselves, to be dragged. */
function Grips({ model, t, scale }: RowProps) {
  const { x } = model.state.params.value;
  const [from, to] = model.domain.value;
  const highest = Math.max(...model.ranks.value);
  const { min, max } = schema.x;
  return (
    <g {...usePart('x')} class="numbers">
      {Array.from(x.data, (value, index) => (
        <g
          key={index}
          onPointerEnter={() => (model.pointed.value = index)}
          onPointerLeave={() => (model.pointed.value = undefined)}
          onFocusIn={() => model.choose(index)}
        >
          <Grip
            along="x"
            scale={scale}
            across={axisOf(0) - heightOf(model.ranks.value[index] ?? 0, highest)}
            value={value}
            min={Math.max(from, min)}
            max={Math.min(to, max)}
            step={0.1}
            label={t('number', { index: index + 1 })}
            text={inputText(value)}
            class={index === model.current.value ? 'current' : ''}
            onMove={(moved, gesture) => model.setNumber(index, moved, gesture)}
          />
        </g>
      ))}
    </g>
  );
}

/** How high a number stands in a stack of equal ones. */
const heightOf = (rank: number, highest: number): number =>
  rank * Math.min(9, 40 / Math.max(highest, 1));

function Dots({ model, scale, row }: RowProps & { readonly row: number }) {
  const highest = Math.max(...model.ranks.value);
  return (
    <g {...usePart(rowParts[row])} class={row === 1 ? 'values before' : 'values after'}>
      {Array.from(model.rows.value[row].data, (value, index) => (
        <circle
          key={index}
          class={index === model.current.value ? 'current' : ''}
          cx={scale(value)}
          cy={axisOf(row) - heightOf(model.ranks.value[index] ?? 0, highest)}
          r={4.5}
          onPointerEnter={() => (model.pointed.value = index)}
          onPointerLeave={() => (model.pointed.value = undefined)}
        />
      ))}
    </g>
  );
}

/** The mean: where the numbers balance. */
function Mean({ model, scale }: RowProps) {
  const { centre } = model.marks.value[0];
  const [x, y] = [scale(centre), axisOf(0)];
  return (
    <g {...usePart('mean')} class="mean">
      <path class="balance" d={`M${x} ${y + 1}l6 9h-12z`} />
      <path class="thread" d={`M${x} ${y + 10}L${scale(0)} ${axisOf(1)}`} />
      <text class="mark-label" {...besides(x, 9)} y={y + 13}>
        μ = {shortNumber(centre)}
      </text>
    </g>
  );
}

type SpreadProps = RowProps & {
  readonly row: number;
  readonly part: string;
  /** What stands before the number; nothing is written if not given. */
  readonly label?: string;
};

/** One deviation to either side of the centre. */
function Spread({ model, scale, row, part, label }: SpreadProps) {
  const { centre, spread } = model.marks.value[row];
  const [left, right] = [scale(centre - Math.abs(spread)), scale(centre + Math.abs(spread))];
  const y = axisOf(row);
  return (
    <g {...usePart(part)} class="one-deviation">
      <rect class="band" x={left} y={y} width={right - left} height={9} />
      {label !== undefined && (
        <text class="mark-label" {...besides(right, 4)} y={y + 19}>
          {label}±{shortNumber(spread)}
        </text>
      )}
    </g>
  );
}

/** β and γ, to be dragged: the centre of the outcome, and one deviation from it. */
function Affine({ model, t, scale }: RowProps) {
  const { gamma, beta } = model.state.params.value;
  const y = axisOf(3) + 5;
  const shifted: AxisScale = Object.assign((value: number) => scale(beta + value), {
    invert: (place: number) => scale.invert(place) - beta,
    ticks: scale.ticks,
  });
  return (
    <>
      <Spread model={model} t={t} scale={scale} row={3} part="gamma" />
      <g {...usePart('beta')}>
        <Grip
          along="x"
          scale={scale}
          across={y}
          value={beta}
          min={schema.beta.min}
          max={schema.beta.max}
          step={0.1}
          label="β"
          text={inputText(beta)}
          class="handle"
          onMove={(moved, gesture) => model.state.edit({ beta: moved }, gesture)}
        />
        <text class="mark-label" x={scale(beta)} y={y + 20} text-anchor="middle">
          β
        </text>
      </g>
      <g {...usePart('gamma')}>
        <Grip
          along="x"
          scale={shifted}
          across={y}
          value={gamma}
          min={schema.gamma.min}
          max={schema.gamma.max}
          step={0.1}
          label="γ"
          text={inputText(gamma)}
          class="handle"
          onMove={(moved, gesture) => model.state.edit({ gamma: moved }, gesture)}
        />
        <text class="mark-label" x={shifted(gamma)} y={y + 20} text-anchor="middle">
          γ
        </text>
      </g>
    </>
  );
}

/** Text beside a place, on the side where there is room. */
const besides = (x: number, gap: number) =>
  x > WIDTH * 0.72
    ? ({ x: x - gap, 'text-anchor': 'end' } as const)
    : ({ x: x + gap, 'text-anchor': 'start' } as const);
