import { linearScale } from '#charts/axis-scale.ts';
import { tenth } from '#charts/curve.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { misses, REACH, statistics, type Statistic } from './gains.ts';
import type { Model } from './model.ts';
import { sizes } from './sizes.ts';
import type { Key } from './strings.ts';
import { countText, gainText, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

const WIDTH = 400;
const HEIGHT = 214;
const LABEL_END = 40;
const PANEL = 104;
const GAP = 14;
const TOP = 34;
const ROW = 22;
const BOTTOM = TOP + sizes.length * ROW;

const middleOf = (row: number): number => TOP + (row + 0.5) * ROW;

/** What samples give for the mean, the variance and γ: the more numbers, the narrower the bars. */
export function Funnel({ model, t }: Props) {
  return (
    <svg
      class="plot funnel"
      role="img"
      aria-label={t('funnel', valuesOf(model, t))}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {model.samples.value.map(({ size, count }, row) => (
        <g
          key={size}
          class={`row ${size === model.now.value.size ? 'chosen' : ''}`}
          onClick={() => model.resize(size)}
        >
          <rect x={0} y={TOP + row * ROW} width={WIDTH} height={ROW} />
          <text x={LABEL_END} y={middleOf(row) + 4} text-anchor="end">
            {countText(count)}
          </text>
        </g>
      ))}
      <text class="axis-label" x={LABEL_END} y={TOP - 8} text-anchor="end">
        n
      </text>
      {statistics.map((name, at) => (
        <Panel
          key={name}
          model={model}
          t={t}
          name={name}
          left={LABEL_END + 12 + at * (PANEL + GAP)}
        />
      ))}
    </svg>
  );
}

type PanelProps = Props & { readonly name: Statistic; readonly left: number };

/** One of the three, about its exact value. */
function Panel({ model, t, name, left }: PanelProps) {
  const exact = model.exact.value[name];
  const estimates = model.samples.value.map((sample) => sample[name]);
  const reach = Math.max(
    ...estimates.map(({ value, error }) => Math.abs(value - exact) + REACH * error),
  );
  const x = linearScale([exact - reach, exact + reach], [left, left + PANEL]);
  const ticks = x.ticks(3);
  return (
    <g {...usePart(name)} class="panel">
      <text class="axis-label" x={x(exact)} y={11} text-anchor="middle">
        {t(`of.${name}`)}
      </text>
      <text x={x(exact)} y={TOP - 8} text-anchor="middle">
        {gainText(exact)}
      </text>
      <path class="exact-line" d={`M${x(exact)} ${TOP - 4}V${BOTTOM}`} />
      {estimates.map((estimate, row) => {
        const { value, error } = estimate;
        const [low, high] = [value - REACH * error, value + REACH * error].map((end) =>
          tenth(x(end)),
        );
        return (
          <g key={row} class={`estimate ${misses(estimate, exact) ? 'miss' : ''}`}>
            <path d={`M${low} ${middleOf(row)}H${high}`} />
            <path d={`M${low} ${middleOf(row) - 4}v8M${high} ${middleOf(row) - 4}v8`} />
            <circle cx={x(value)} cy={middleOf(row)} r={2.6} />
          </g>
        );
      })}
      <path class="axis" d={`M${left} ${BOTTOM}H${left + PANEL}`} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={BOTTOM + 14} text-anchor="middle">
          {numberText(tick, decimalsFor(ticks, 3))}
        </text>
      ))}
    </g>
  );
}
