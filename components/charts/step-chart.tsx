import { curvePath } from './curve.ts';
import { Plot, type PlotAxis } from './plot.tsx';

export type StepChartProps = {
  /** One value for each step 0, 1, 2 …; what is not finite is left out. */
  readonly values: ArrayLike<number>;
  /** What the values are, written at the vertical axis. */
  readonly valueLabel: string;
  /** What the steps are, written at the horizontal axis. */
  readonly stepLabel: string;
  /** The step that the figure shows. */
  readonly step: number;
  /** Horizontal lines to compare with. */
  readonly levels?: readonly { readonly value: number; readonly label: string }[];
  /** The chart in words. */
  readonly label: string;
  /** Called with a step that is pressed or dragged over. */
  readonly onStep?: (step: number) => void;
};

/** Smallest value that the logarithmic axis reaches down to, as a part of the largest. */
const DEEPEST = 1e-16;

/** A quantity over steps on a logarithmic axis, with the present step marked. */
export function StepChart(props: StepChartProps) {
  const { values, valueLabel, stepLabel, step, levels = [], label, onStep } = props;
  const last = Math.max(values.length - 1, 1);
  const shown = Array.from(values).filter((value) => Number.isFinite(value) && value > 0);
  const largest = Math.max(...shown, ...levels.map(({ value }) => value), Number.MIN_VALUE);
  const smallest = Math.max(Math.min(...shown, largest), largest * DEEPEST);
  const y: PlotAxis = { from: smallest, to: largest, label: valueLabel, logarithmic: true };
  return (
    <Plot
      x={{ from: 0, to: last, label: stepLabel }}
      y={y}
      label={label}
      onX={(x) => onStep?.(Math.round(x))}
    >
      {(scales) => (
        <>
          {levels.map((level) => (
            <g key={level.label} class="level" transform={`translate(0 ${scales.y(level.value)})`}>
              <path d={`M${scales.x(0)} 0H${scales.x(last)}`} />
              <text x={scales.x(last)} y={-4} text-anchor="end">
                {level.label}
              </text>
            </g>
          ))}
          <path class="curve" d={curvePath(scales, values)} />
          <path class="now" d={`M${scales.x(step)} ${scales.y(largest)}V${scales.y(smallest)}`} />
          {Number.isFinite(values[step]) && (
            <circle class="now" cx={scales.x(step)} cy={scales.y(values[step])} r={4} />
          )}
        </>
      )}
    </Plot>
  );
}
