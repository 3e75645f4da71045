import { Legend } from '#charts/legend.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { BATCHES } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

// Axes stay as they are, so that a cloud is seen to shrink.
const MEANS = [-2.5, 2.5] as const;
const VARIANCES = [0, 4] as const;

/** How near the pointer must be to a dot, as a part of each axis. */
const NEAR = 0.04;

/** Every batch is a dot: its mean across, its variance up. */
export function Cloud({ model, t }: Props) {
  const { theory, cloud, current } = model;
  const outside = cloud.value.filter((dot) => !isInside(dot)).length;
  return (
    <section class="cloud" {...usePart('cloud')}>
      <PanelTitle
        name={t('cloud')}
        note={t('cloudOf', { count: cloud.value.length, of: BATCHES })}
      />
      <Plot
        x={{ from: MEANS[0], to: MEANS[1], label: t('mean') }}
        y={{ from: VARIANCES[0], to: VARIANCES[1], label: t('variance'), ticks: 4 }}
        ratio={0.72}
        label={t('cloudText', {
          count: cloud.value.length,
          mean: numberText(theory.value.meanSpread, 3),
          variance: numberText(theory.value.variance, 3),
          spread: numberText(theory.value.varianceSpread, 3),
        })}
        onPoint={(place) => {
          model.pointed.value = place && nearest(cloud.value, place);
        }}
      >
        {(scales) => (
          <>
            <Bands {...scales} model={model} t={t} />
            <path
              class="point-cloud"
              d={cloud.value.filter(isInside).map(dotOf(scales)).join('')}
            />
            <path
              class="truth"
              d={`M${scales.x(0) - 9} ${scales.y(1)}h18M${scales.x(0)} ${scales.y(1) - 9}v18`}
            />
            <Current {...scales} dot={cloud.value.at(current.value) ?? model.batch.value} />
          </>
        )}
      </Plot>
      <p class="under">
        <Legend
          entries={[
            { kind: 'measured', label: t('oneBatch') },
            { kind: 'theory', label: t('twoDeviations') },
          ]}
        />{' '}
        <span class="outside">{outside > 0 && t('outside', { count: outside })}</span>
      </p>
    </section>
  );
}

type Dot = { readonly mean: number; readonly variance: number };

const isInside = ({ mean, variance }: Dot): boolean =>
  Math.abs(mean) <= MEANS[1] && variance <= VARIANCES[1];

/** A line of no length, which has round ends. */
const dotOf =
  ({ x, y }: PlotScales) =>
  ({ mean, variance }: Dot): string =>
    `M${x(mean).toFixed(1)} ${y(variance).toFixed(1)}h0`;

function nearest(
  dots: readonly Dot[],
  place: { readonly x: number; readonly y: number },
): number | undefined {
  const distances = dots.map(({ mean, variance }) =>
    Math.hypot((mean - place.x) / (MEANS[1] - MEANS[0]), (variance - place.y) / VARIANCES[1]),
  );
  const least = Math.min(...distances);
  return least < NEAR ? distances.indexOf(least) : undefined;
}

function Current({ x, y, dot }: PlotScales & { readonly dot: Dot }) {
  return isInside(dot) ? (
    <circle class="current" cx={x(dot.mean)} cy={y(dot.variance)} r={5} />
  ) : null;
}

/** Two standard deviations on both sides of what theory expects of the mean, and of the variance. */
function Bands({ x, y, model, t }: PlotScales & Props) {
  const { meanSpread, variance, varianceSpread } = model.theory.value;
  const [left, right] = [-2 * meanSpread, 2 * meanSpread].map((value) =>
    x(Math.min(Math.max(value, MEANS[0]), MEANS[1])),
  );
  const top = y(Math.min(variance + 2 * varianceSpread, VARIANCES[1]));
  const bottom = y(Math.max(variance - 2 * varianceSpread, 0));
  const [start, end, floor, ceiling] = [x(MEANS[0]), x(MEANS[1]), y(0), y(VARIANCES[1])];
  const level = y(variance);
  return (
    <>
      <g {...usePart('mean-spread')}>
        <path class="band" d={`M${left} ${floor}V${ceiling}H${right}V${floor}Z`} />
        <path class="theory" d={`M${left} ${floor}V${ceiling}M${right} ${floor}V${ceiling}`} />
      </g>
      <g {...usePart('variance-spread')}>
        <path class="band" d={`M${start} ${bottom}V${top}H${end}V${bottom}Z`} />
        <path
          class="theory"
          d={[top, bottom]
            .filter((at) => at < floor)
            .map((at) => `M${start} ${at}H${end}`)
            .join('')}
        />
      </g>
      <g {...usePart('truth')}>
        <text class="mark-label" x={end} y={y(1) - 4} text-anchor="end">
          {t('trueVariance')}
        </text>
        <path class="true-line" d={`M${start} ${y(1)}H${end}M${x(0)} ${floor}V${ceiling}`} />
      </g>
      <g {...usePart('variance')}>
        <path class="expected" d={`M${start} ${level}H${end}`} />
        <text class="mark-label" x={start + 4} y={level + 13}>
          {t('expectedVariance', { value: numberText(variance, 3) })}
        </text>
      </g>
    </>
  );
}
