import { linearScale } from '#charts/axis-scale.ts';
import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { hasOther, REACH } from './gains.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { gainText } from './words.ts';

type Props = ViewProps<Model, Key>;

const WIDTH = 400;
const HEIGHT = 82;
const [LEFT, RIGHT] = [22, 378];
const [TOP, BAR, BOTTOM] = [20, 46, 60];

/** In parts of the exact value. */
const REACHED = 0.01;
const x = linearScale([-REACHED, REACHED], [LEFT, RIGHT]);
const within = (place: number): number => Math.min(Math.max(place, -REACHED), REACHED);

/** The exact γ and the constant of the released code, under the bar of the largest sample. */
export function Magnifier({ model, t }: Props) {
  const { gamma, released, excess } = model.exact.value;
  const largest = model.samples.value[model.samples.value.length - 1].gamma;
  const [low, at, high] = [-REACH, 0, REACH].map(
    (errors) => (largest.value + errors * largest.error) / gamma - 1,
  );
  return (
    <svg
      class="plot magnifier"
      role="img"
      aria-label={
        hasOther(model.exact.value)
          ? t('magnifier', { excess: numberText(100 * excess, 3) })
          : t('magnifierNone')
      }
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <path class="axis" d={`M${LEFT} ${BOTTOM}H${RIGHT}`} />
      {x.ticks(4).map((tick) => (
        <text key={tick} x={x(tick)} y={BOTTOM + 14} text-anchor="middle">
          {tick > 0 && '+'}
          {numberText(100 * tick, 1)}%
        </text>
      ))}
      <g class="estimate" {...usePart('sample')}>
        <path d={`M${x(within(low))} ${BAR}H${x(within(high))}`} />
        {[low, high]
          .filter((end) => within(end) === end)
          .map((end) => (
            <path key={end} d={`M${x(end)} ${BAR - 4}v8`} />
          ))}
        {within(at) === at && <circle cx={x(at)} cy={BAR} r={2.6} />}
        <text x={LEFT} y={BAR - 8}>
          {t('largest')}
        </text>
      </g>
      <g {...usePart('gamma')}>
        <path class="exact-line" d={`M${x(0)} ${TOP - 12}V${BOTTOM}`} />
        <text class="mark-label" x={x(0) - 5} y={TOP - 5} text-anchor="end">
          {t('exact')} {gainText(gamma)}
        </text>
      </g>
      {released !== undefined && hasOther(model.exact.value) && (
        <g {...usePart('code')} class="released">
          <path d={`M${x(excess)} ${TOP - 12}V${BOTTOM}`} />
          <text class="mark-label" x={x(excess) + 5} y={TOP - 5}>
            {t('released')} {gainText(released)}
          </text>
        </g>
      )}
    </svg>
  );
}
