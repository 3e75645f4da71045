import { binsOf, Histogram } from '#charts/histogram.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

const ENDS = [-4, 4] as const;

/** The values of one batch beside what they are drawn from. */
export function BatchPanel({ model, t }: ViewProps<Model, Key>) {
  const { values, mean, variance } = model.batch.value;
  const bins = binsOf(values, ENDS, values.length < 40 ? 20 : 40);
  const highest = Math.max(...bins.densities, 0.45);
  const words = {
    number: model.current.value + 1,
    values: values.length,
    mean: numberText(mean, 2),
    variance: numberText(variance, 2),
  };
  return (
    <section class="batch" {...usePart('batch')}>
      <PanelTitle name={t('batch', words)} note={t('batchOf', words)} />
      <Plot
        x={{ from: ENDS[0], to: ENDS[1], label: t('value') }}
        y={{ from: 0, to: highest * 1.2, label: t('density'), ticks: 3 }}
        ratio={0.5}
        label={t('batchText', words)}
      >
        {(scales) => (
          <>
            <Histogram {...scales} bins={bins} kind="before" />
            <path class="theory" d={normalCurve(scales)} />
            <Statistics {...scales} mean={mean} variance={variance} height={highest * 1.1} />
          </>
        )}
      </Plot>
    </section>
  );
}

/** The density of the standard normal distribution. */
function normalCurve({ x, y }: PlotScales): string {
  const points = Array.from({ length: 65 }, (_, index) => {
    const value = ENDS[0] + index / 8;
    const density = Math.exp(-(value ** 2) / 2) / Math.sqrt(2 * Math.PI);
    return `${x(value).toFixed(1)} ${y(density).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

type StatisticsProps = PlotScales & {
  readonly mean: number;
  readonly variance: number;
  readonly height: number;
};

/** The mean as a line, one standard deviation on both sides of it as a bar. */
function Statistics({ x, y, mean, variance, height }: StatisticsProps) {
  const deviation = Math.sqrt(variance);
  const [left, right] = [Math.max(mean - deviation, ENDS[0]), Math.min(mean + deviation, ENDS[1])];
  return (
    <>
      <path class="now" d={`M${x(mean)} ${y(0)}V${y(height)}`} />
      <path class="deviation" d={`M${x(left)} ${y(height)}H${x(right)}`} />
    </>
  );
}
