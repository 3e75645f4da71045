import { numberText } from '#charts/number-text.ts';
import { Grip } from '#charts/grip.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import { SpreadBars, type Spread } from '#charts/spread-bars.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { ComponentChildren } from 'preact';
import { weightsOf, type Outcome } from './filters.ts';
import { LEAST_DEVIATION, sides, type Model, type SideName } from './model.ts';
import { MOST } from './params.ts';
import type { Key } from './strings.ts';
import { filterName } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Rows of one filter: its name, before and after. */
const ROWS = 3;
const ROW_HEIGHT = 16;
const STEP = 0.05;

/** What a row shows: a mean and a deviation. */
type Moments = { readonly mean: number; readonly deviation: number };

/** The weights of every filter, each a tick, with their mean and their deviation; those before have grips. */
export function WeightChart({ model, t }: Props) {
  const reach = 2 * model.span.value;
  const momentsOf = (side: SideName, filter: number): Moments => {
    const { mean, deviation, after } = model.filters.value[filter];
    const count = model.fanIn.value;
    const left = after.sum / count;
    return side === 'before'
      ? { mean, deviation }
      : { mean: left, deviation: Math.sqrt(after.length ** 2 / count - left ** 2) };
  };
  return (
    <Chart
      {...{ model, t, reach, momentsOf }}
      part="deviation"
      name={t('spreadOfWeights')}
      note={t('dragHint')}
      axis={t('weightAxis')}
      words="weightsChart"
      interactive
      more={(filter, scales) => (
        <>
          {sides.map((side, row) => (
            <Ticks
              key={side}
              {...scales}
              weights={weightsOf(model.tensors.value[side], filter)}
              row={ROWS * filter + 1 + row}
            />
          ))}
          <Grips {...{ model, t, filter, scales }} />
        </>
      )}
    />
  );
}

/** The outputs of every filter before and after: where random inputs take them. */
export function OutputChart({ model, t }: Props) {
  return (
    <Chart
      {...{ model, t }}
      part="output"
      name={t('spreadOfOutputs')}
      axis={t('outputAxis')}
      words="outputsChart"
      reach={model.reach.value}
      momentsOf={(side, filter) => {
        const { mean, variance } = model.filters.value[filter][side];
        return { mean, deviation: Math.sqrt(variance) };
      }}
      more={(filter, scales) =>
        sides.map((side, row) => (
          <MeanLabel
            key={side}
            {...scales}
            outcome={model.filters.value[filter][side]}
            row={ROWS * filter + 1 + row}
          />
        ))
      }
    />
  );
}

type ChartProps = Props & {
  readonly part: string;
  readonly name: string;
  readonly note?: string;
  readonly axis: string;
  readonly words: 'weightsChart' | 'outputsChart';
  readonly reach: number;
  readonly momentsOf: (side: SideName, filter: number) => Moments;
  readonly interactive?: boolean;
  /** What stands on the rows of a filter besides its bars. */
  readonly more: (filter: number, scales: PlotScales) => ComponentChildren;
};

/** Of every filter a bar before and a bar after, on one axis about 0. */
function Chart({
  model,
  t,
  part,
  name,
  note,
  axis,
  words,
  reach,
  momentsOf,
  interactive,
  more,
}: ChartProps) {
  const filters = Array.from(model.filters.value.keys());
  const rows = ROWS * filters.length;
  const text = (side: SideName, filter: number): string => {
    const { mean, deviation } = momentsOf(side, filter);
    return t('spreadText', { mean: numberText(mean, 2), deviation: numberText(deviation, 2) });
  };
  const each = filters.map((filter) =>
    t('rowText', {
      filter: filterName(t, filter),
      before: text('before', filter),
      after: text('after', filter),
    }),
  );
  return (
    <section class="chart" {...usePart(part)}>
      <p class="panel-title">
        <b>{name}</b> {note !== undefined && <small>{note}</small>}
      </p>
      <Plot
        interactive={interactive}
        x={{ from: -reach, to: reach, label: axis }}
        y={{ from: rows + 0.4, to: 0, label: '', ticks: 0 }}
        ratio={((rows + 0.4) * ROW_HEIGHT + 58) / 360}
        label={t(words, { each: each.join(' ') })}
      >
        {(scales) => (
          <>
            <path class="zero" d={`M${scales.x(0)} ${scales.y(0)}V${scales.y(rows + 0.4)}`} />
            {filters.map((filter) => (
              <g key={filter}>
                <text class="mark-label" x={4} y={scales.y(ROWS * filter + 0.5) + 5}>
                  {filterName(t, filter)}
                </text>
                <SpreadBars
                  {...scales}
                  from={ROWS * filter + 1}
                  rows={sides.map((side): Spread => ({
                    ...momentsOf(side, filter),
                    label: t(side === 'before' ? 'shortBefore' : 'shortAfter'),
                    kind: side,
                  }))}
                />
                {more(filter, scales)}
              </g>
            ))}
          </>
        )}
      </Plot>
    </section>
  );
}

type MeanLabelProps = PlotScales & { readonly outcome: Outcome; readonly row: number };

/** The mean of an output, at the end of its bar that has room beside it. */
function MeanLabel({ x, y, outcome: { mean, variance }, row }: MeanLabelProps) {
  const left = mean > 0;
  const end = mean + (left ? -1 : 1) * Math.sqrt(variance);
  return (
    <text
      class="mean"
      x={x(end) + (left ? -4 : 4)}
      y={y(row + 0.5) + 4}
      text-anchor={left ? 'end' : 'start'}
    >
      {numberText(mean, 2)}
    </text>
  );
}

type TicksProps = PlotScales & { readonly weights: Float32Array; readonly row: number };

/** Every weight, as a tick below its bar; equal ones are one tick. */
function Ticks({ x, y, weights, row }: TicksProps) {
  const places = new Set(Array.from(weights, (weight) => Math.round(2 * x(weight)) / 2));
  const [top, foot] = [y(row + 0.86), y(row + 1.08)];
  return (
    <path class="ticks" d={Array.from(places, (place) => `M${place} ${top}V${foot}`).join('')} />
  );
}

type GripsProps = Props & { readonly filter: number; readonly scales: PlotScales };

/** Grips at a filter's mean, and a deviation away from it. */
function Grips({ model, t, filter, scales: { x, y } }: GripsProps) {
  const { mean, deviation, farthest, isFlat } = model.momentsOf(filter);
  const name = filterName(t, filter);
  const across = y(ROWS * filter + 1.5);
  const span = model.span.value;
  const most = Math.max(Math.min(span, MOST - farthest), Math.abs(mean));
  const widest = (Math.min(span, MOST - Math.abs(mean)) / farthest) * deviation;
  return (
    <>
      <Grip
        along="x"
        scale={x}
        across={across}
        value={mean}
        min={-most}
        max={most}
        step={STEP}
        label={t('meanOf', { filter: name })}
        text={numberText(mean, 2)}
        onMove={(value, gesture) => model.setMoments(filter, { mean: value }, gesture)}
      />
      {!isFlat && (
        <Grip
          along="x"
          // The grip stands at the end of the bar, a deviation away from the mean.
          scale={Object.assign((value: number) => x(mean + value), {
            invert: (position: number) => x.invert(position) - mean,
            ticks: x.ticks,
          })}
          across={across}
          value={deviation}
          min={Math.min(LEAST_DEVIATION, deviation)}
          max={Math.max(widest, deviation)}
          step={STEP}
          label={t('deviationOf', { filter: name })}
          text={numberText(deviation, 2)}
          onMove={(value, gesture) => model.setMoments(filter, { deviation: value }, gesture)}
        />
      )}
    </>
  );
}
