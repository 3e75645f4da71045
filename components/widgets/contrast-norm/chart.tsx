import { Grip } from '#charts/grip.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import { SpreadBars } from '#charts/spread-bars.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { stages, type Model } from './model.ts';
import type { Key } from './strings.ts';
import { imageName, meanText, variancesText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Rows of one image: its name, and a bar for each stage. */
const ROWS = 4;
const ROW_HEIGHT = 16;

/** How far a grip can take a mean or a deviation. */
const MOST_MEAN = 3;
const LEAST_DEVIATION = 0.1;
const MOST_DEVIATION = 3;

/** Mean and deviation of every image before, after BN and after IN, on one axis; those before have grips. */
export function Chart({ model, t }: Props) {
  const rows = ROWS * model.images.value.length;
  const reach = model.reach.value;
  return (
    <section class="chart">
      <Plot
        interactive
        x={{ from: -reach, to: reach, label: t('value') }}
        y={{ from: rows, to: 0, label: t('spread'), ticks: 0 }}
        ratio={(rows * ROW_HEIGHT + 58) / 360}
        label={t('chart', {
          before: variancesText(model, 'before'),
          batch: variancesText(model, 'batch'),
          instance: variancesText(model, 'instance'),
        })}
        onPoint={(place) => {
          const n = Math.floor((place?.y ?? -1) / ROWS);
          model.pointed.value = model.images.value.includes(n) ? n : undefined;
        }}
      >
        {(scales) =>
          model.images.value.map((n) => <ImageRows key={n} {...{ model, t, n, scales }} />)
        }
      </Plot>
    </section>
  );
}

type ImageRowsProps = Props & { readonly n: number; readonly scales: PlotScales };

function ImageRows({ model, t, n, scales }: ImageRowsProps) {
  const { x, y } = scales;
  const from = ROWS * n;
  const { mean, deviation } = model.momentsOf(n);
  const name = imageName(t, n);
  return (
    <>
      <text class="mark-label" x={4} y={y(from + 0.5) + 5}>
        {name}
      </text>
      <SpreadBars
        {...scales}
        from={from + 1}
        rows={stages.map((stage) => {
          const { mean, variance } = model.statisticsOf(stage, n);
          const kind = stage === 'before' ? 'before' : 'after';
          return { label: t(`short.${stage}`), mean, deviation: Math.sqrt(variance), kind };
        })}
      />
      <Grip
        along="x"
        scale={x}
        across={y(from + 1.5)}
        value={mean}
        min={-MOST_MEAN}
        max={MOST_MEAN}
        step={0.1}
        label={t('meanOf', { image: name })}
        text={meanText(mean)}
        onMove={(value, gesture) => model.setMoments(n, { mean: value }, gesture)}
      />
      {!model.isFlat(n) && (
        <Grip
          along="x"
          // The grip stands at the end of the bar, a deviation away from the mean.
          scale={Object.assign((value: number) => x(mean + value), {
            invert: (position: number) => x.invert(position) - mean,
            ticks: x.ticks,
          })}
          across={y(from + 1.5)}
          value={deviation}
          min={LEAST_DEVIATION}
          max={MOST_DEVIATION}
          step={0.1}
          label={t('deviationOf', { image: name })}
          text={meanText(deviation)}
          onMove={(value, gesture) => model.setMoments(n, { deviation: value }, gesture)}
        />
      )}
    </>
  );
}
