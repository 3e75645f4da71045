import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { lineThrough } from '#charts/curve.ts';
import { Histogram } from '#charts/histogram.tsx';
import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { density } from './law.ts';
import { FRAME, type Model } from './model.ts';
import { OUTPUT_AXIS, OutputColumn, SpreadMark } from './output-column.tsx';
import { ENDS, places } from './places.ts';
import type { Key } from './strings.ts';
import { valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

const WIDTH = 440;
const HEIGHT = 346;
/** One unit along both axes. */
const UNIT = 28.8;
const LEFT = 26;
const RIGHT = LEFT + FRAME * UNIT;
const { top: TOP, bottom: BOTTOM } = OUTPUT_AXIS;
const STRIP = { top: BOTTOM + 14, base: BOTTOM + 68 };
const COLUMNS = { plain: { from: 302, to: 344 }, scaled: { from: 396, to: 438 } };

const x = linearScale(ENDS, [LEFT, RIGHT]);

/** The curve and γ times it, the density that goes in under them, those that come out at their side. */
export function CurvePlot({ model, t }: Props) {
  const floor = model.floor.value;
  const y = linearScale([floor, floor + FRAME], [BOTTOM, TOP]);
  const { mean, variance, gamma } = model.exact.value;
  return (
    <svg
      class="plot"
      role="img"
      aria-label={t('plot', valuesOf(model, t))}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <Axes y={y} />
      <Curves model={model} y={y} />
      <Input model={model} />
      <Stretch y={y} mean={mean} deviation={Math.sqrt(variance)} gamma={gamma} />
      <g {...usePart('outputs')}>
        <OutputColumn
          y={y}
          {...COLUMNS.plain}
          {...model.outputs.value.plain}
          kind="before"
          name="g(z)"
        />
      </g>
      <g {...usePart('scaled')}>
        <OutputColumn
          y={y}
          {...COLUMNS.scaled}
          {...model.outputs.value.scaled}
          kind="after"
          name="γ·g(z)"
        />
      </g>
      <SpreadMark
        y={y}
        at={COLUMNS.plain.from}
        mean={mean}
        deviation={Math.sqrt(variance)}
        words={[`μ ${numberText(mean, 3)}`, `σ ${numberText(Math.sqrt(variance), 3)}`]}
      />
      <SpreadMark
        y={y}
        at={COLUMNS.scaled.from}
        mean={gamma * mean}
        deviation={1}
        words={[`γμ ${numberText(gamma * mean, 3)}`, 'γσ 1']}
      />
      <text class="axis-label" x={LEFT} y={11}>
        <tspan class="before">g(z)</tspan> <tspan class="after">γ·g(z)</tspan>
      </text>
      <text class="axis-label" x={RIGHT} y={HEIGHT - 2} text-anchor="end">
        {t('input')}
      </text>
    </svg>
  );
}

function Axes({ y }: { readonly y: AxisScale }) {
  return (
    <>
      {y.ticks(5).map((value) => (
        <g key={value} class="tick">
          <path d={`M${LEFT} ${y(value)}H${RIGHT}`} />
          <text x={LEFT - 5} y={y(value) + 3} text-anchor="end">
            {numberText(value, 0)}
          </text>
        </g>
      ))}
      {x.ticks(4).map((value) => (
        <g key={value} class="tick">
          <path d={`M${x(value)} ${TOP}V${STRIP.base}`} />
          <text x={x(value)} y={STRIP.base + 14} text-anchor="middle">
            {numberText(value, 0)}
          </text>
        </g>
      ))}
    </>
  );
}

/** As far as they lie in the frame. At every other place: what a path is rounded to would be seen else. */
function Curves({ model, y }: { readonly model: Model; readonly y: AxisScale }) {
  const floor = model.floor.value;
  const path = (heights: readonly number[]): string =>
    lineThrough(
      heights.flatMap((height, at) => {
        const inside = height >= floor && height <= floor + FRAME;
        return at % 2 === 0 ? [[x(places[at]), inside ? y(height) : NaN] as const] : [];
      }),
    );
  return (
    <>
      <path class="curve state-after" {...usePart('scaled')} d={path(model.curves.value.scaled)} />
      <path class="curve state-before" {...usePart('g')} d={path(model.curves.value.plain)} />
    </>
  );
}

/** The normal law, and the sample of it. */
function Input({ model }: { readonly model: Model }) {
  const bins = model.inputs.value;
  const highest = Math.max(density(0), ...bins.densities);
  const y = linearScale([0, highest], [STRIP.base, STRIP.top]);
  const law = places.map((z) => [x(z), y(density(z))] as const);
  return (
    <g {...usePart('input')} class="input">
      <path class="law" d={`${lineThrough(law)}V${STRIP.base}H${LEFT}Z`} />
      <Histogram x={x} y={y} bins={bins} kind="outline" />
      <path class="axis" d={`M${LEFT} ${STRIP.base}H${RIGHT}`} />
      <path class="spread" d={`M${x(-1)} ${STRIP.base}H${x(1)}`} />
      <circle class="centre" cx={x(0)} cy={STRIP.base} r={3} />
      <text class="mark-label" x={x(1)} y={STRIP.base + 14} text-anchor="middle">
        σ 1
      </text>
    </g>
  );
}

type StretchProps = {
  readonly y: AxisScale;
  readonly mean: number;
  readonly deviation: number;
  readonly gamma: number;
};

/** From each of mean and mean ± deviation to γ times it. */
function Stretch({ y, mean, deviation, gamma }: StretchProps) {
  const lines = [mean - deviation, mean, mean + deviation].map(
    (value) => `M${COLUMNS.plain.from} ${y(value)}L${COLUMNS.scaled.from} ${y(gamma * value)}`,
  );
  return <path class="stretch" {...usePart('gamma')} d={lines.join('')} />;
}
