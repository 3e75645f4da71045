import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { tenth } from '#charts/curve.ts';
import { numberText } from '#charts/number-text.ts';
import { usePart } from '#kit/part.ts';
import type { Bins } from '#nd/bins.ts';

type OutputColumnProps = {
  readonly y: AxisScale;
  readonly from: number;
  readonly to: number;
  /** What the law says, and what the sample has. */
  readonly law: Bins;
  readonly sample: Bins;
  readonly kind: 'before' | 'after';
  readonly name: string;
};

/** Ends of the axis of outputs, in the picture. */
export const OUTPUT_AXIS = { top: 20, bottom: 250.4 };

/** A bar that holds more than twice as much as any other is cut off there, and says how much it holds. */
const CUT = 2;

/** Outputs along the axis that they have in the plot: bars grow to the right of it. */
export function OutputColumn({ y, from, to, law, sample, kind, name }: OutputColumnProps) {
  const [most, second] = downwards(law);
  const [mostDrawn, secondDrawn] = downwards(sample);
  const isCut = most > CUT * second;
  const limit = isCut ? Math.max(CUT * second, secondDrawn) : Math.max(most, mostDrawn);
  const length = linearScale([0, limit], [from, to]);
  const bars = ({ densities, width, from: start }: Bins): string => {
    const inside = densities.flatMap((density, bin) => {
      const [low, high] = [y(start + bin * width), y(start + (bin + 1) * width)];
      if (low > OUTPUT_AXIS.bottom || high < OUTPUT_AXIS.top) return [];
      return [{ low, high, end: Math.min(length(density), to) }];
    });
    const steps = inside.map(({ high, end }) => `H${tenth(end)}V${tenth(high)}`);
    return `M${from} ${tenth(inside[0].low)}${steps.join('')}H${from}Z`;
  };
  const fullest = law.densities.indexOf(most);
  return (
    <>
      <path class={`bars ${kind}`} d={bars(law)} />
      <path class="bars outline" d={bars(sample)} />
      <path class="axis" d={`M${from} ${OUTPUT_AXIS.top}V${OUTPUT_AXIS.bottom}`} />
      {isCut && (
        <text class="mark-label" x={to} y={y(law.from + fullest * law.width) + 9} text-anchor="end">
          {numberText(100 * most * law.width, 0)}%
        </text>
      )}
      <text class={`axis-label ${kind}`} x={from} y={11}>
        {name}
      </text>
    </>
  );
}

const downwards = ({ densities }: Bins): readonly number[] => [...densities].sort((a, b) => b - a);

type SpreadMarkProps = {
  readonly y: AxisScale;
  readonly at: number;
  readonly mean: number;
  readonly deviation: number;
  /** What stands at the mean, and at one deviation above it. */
  readonly words: readonly [string, string];
};

/** A mean, and a deviation to either side of it, on an axis. */
export function SpreadMark({ y, at, mean, deviation, words }: SpreadMarkProps) {
  const top = y(mean + deviation);
  return (
    <>
      <g {...usePart('variance')}>
        <path class="spread" d={`M${at} ${y(mean - deviation)}V${top}`} />
        <text class="mark-label" x={at - 6} y={Math.min(top, y(mean) - 11) + 3} text-anchor="end">
          {words[1]}
        </text>
      </g>
      <g {...usePart('mean')}>
        <circle class="centre" cx={at} cy={y(mean)} r={3} />
        <text class="mark-label" x={at - 6} y={y(mean) + 3} text-anchor="end">
          {words[0]}
        </text>
      </g>
    </>
  );
}
