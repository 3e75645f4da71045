import { Legend } from '#charts/legend.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { doublings, LARGEST, measuredSizes } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { theoryOf } from './theory.ts';
import { valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The batch size that is often called the least. */
const USUAL_LEAST = 16;

/** Sizes that the curve of theory goes through. */
const theorySizes = Array.from({ length: 57 }, (_, index) => 2 ** (1 + index / 8));

/** How the spread of both statistics falls as batches grow; both axes go by doublings. */
export function SpreadPlot({ model, t }: Props) {
  const setting = model.params.value;
  const lowest = lowestPower(model);
  return (
    <section {...usePart('spread')}>
      <PanelTitle name={t('spread')} note={t('spreadOf')} />
      <Plot
        x={{ from: 0, to: Math.log2(LARGEST), label: t('size'), ticks: 0 }}
        y={{ from: lowest, to: 0, label: t('deviation'), ticks: 0 }}
        ratio={0.72}
        label={t('spreadText', valuesOf(model))}
        onX={(power) => {
          // One value has no statistics.
          const least = setting.side > 1 ? 1 : 2;
          model.setBatchSize(Math.max(Math.round(2 ** power), least));
        }}
      >
        {(scales) => (
          <>
            <Ticks {...scales} lowest={lowest} />
            <path class="usual" d={upright(scales, USUAL_LEAST, lowest)} />
            <path class="now" d={upright(scales, setting.batchSize, lowest)} />
            <text class="mark-label" x={scales.x(Math.log2(USUAL_LEAST)) + 4} y={scales.y(0) + 12}>
              {t('usualLeast')}
            </text>
            <Line {...scales} model={model} quantity="varianceSpread" />
            <Line {...scales} model={model} quantity="meanSpread" />
          </>
        )}
      </Plot>
      <p class="under">
        <Legend
          entries={[
            { kind: 'theory', label: t('ofMean'), hue: 'hue-4' },
            { kind: 'theory', label: t('ofVariance'), hue: 'hue-3' },
          ]}
        />{' '}
        {t('dotsAndBand')}
      </p>
    </section>
  );
}

/** The picture's lower end, as a power of two below both curves. */
function lowestPower({ params }: Model): number {
  const { meanSpread, varianceSpread } = theoryOf({ ...params.value, batchSize: LARGEST });
  const least = Math.min(meanSpread, varianceSpread);
  return Math.floor(Math.log2(Math.max(least, 2 ** -7)) - 0.2);
}

const upright = ({ x, y }: PlotScales, size: number, lowest: number): string =>
  `M${x(Math.log2(size))} ${y(lowest)}V${y(0)}`;

function Ticks({ x, y, lowest }: PlotScales & { readonly lowest: number }) {
  const [start, end] = [x(0), x(Math.log2(LARGEST))];
  return (
    <>
      {Array.from({ length: 1 - lowest }, (_, index) => (
        <g key={index} class="tick" transform={`translate(0 ${y(-index)})`}>
          <path d={`M${start} 0H${end}`} />
          <text x={start - 6} y={4} text-anchor="end">
            {index === 0 ? 1 : `1/${2 ** index}`}
          </text>
        </g>
      ))}
      {[1, ...doublings].map((size) => (
        <text key={size} x={x(Math.log2(size))} y={y(lowest) + 16} text-anchor="middle">
          {size}
        </text>
      ))}
    </>
  );
}

type LineProps = PlotScales & {
  readonly model: Model;
  readonly quantity: 'meanSpread' | 'varianceSpread';
};

/** Theory as a dashed line, two standard errors of a measurement around it; the dots were measured. */
function Line({ x, y, model, quantity }: LineProps) {
  const isMean = quantity === 'meanSpread';
  const part = usePart(isMean ? 'mean-spread' : 'variance-spread');
  const { batchSize, side } = model.params.value;
  const at = (size: number, value: number): string =>
    `${x(Math.log2(size)).toFixed(1)} ${y(Math.log2(Math.max(value, 2 ** -9))).toFixed(1)}`;
  const theory = theorySizes.map((size) => ({ size, ...model.expect(size, quantity) }));
  const above = theory.map(({ size, value, error }) => at(size, value + 2 * error));
  const below = theory.map(({ size, value, error }) => at(size, value - 2 * error)).reverse();
  const dots = measuredSizes(batchSize).slice(0, -1);
  const measured = (size: number): string => at(size, model.compare(size, quantity).measured);
  return (
    <g class={isMean ? 'hue-4' : 'hue-3'} {...part}>
      <path class="errors" d={`M${[...above, ...below].join('L')}Z`} />
      <path
        class="theory hued"
        d={`M${theory.map(({ size, value }) => at(size, value)).join('L')}`}
      />
      <path class="point-cloud" d={dots.map((size) => `M${measured(size)}h0`).join('')} />
      {batchSize * side > 1 && <path class="point-cloud here" d={`M${measured(batchSize)}h0`} />}
    </g>
  );
}
