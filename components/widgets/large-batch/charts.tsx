import { lineThrough } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotAxis, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { bestCells, type Measure, type Model, type Side } from './model.ts';
import type { Key } from './strings.ts';
import { rateText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Room for names at the ends of curves, in units of the picture. */
const ROOM = 64;

const GUESSING = { loss: Math.log(10), accuracy: 0.1 } as const;

/** Losses are drawn up to this. */
const MOST_LOSS = 10;

type Axis = Omit<PlotAxis, 'label'>;

/** Whole powers of ten that hold all of these losses. */
function lossAxis(losses: readonly number[]): Axis {
  const least = Math.min(0.1, ...losses.filter((loss) => loss > 0));
  const from = 10 ** Math.max(Math.floor(Math.log10(least)), -5);
  return { from, to: MOST_LOSS, logarithmic: true, ticks: 4 };
}

const drawn = (value: number, { from, to }: Axis): number => Math.min(Math.max(value, from), to);

/** The best of each batch size, of both networks. */
export function BestPlot({ model, t, measure }: Props & { readonly measure: Measure }) {
  const last = model.sizes.value.length - 1;
  const lines = model.sides.value.map((side) => ({
    side,
    values: bestCells(side, measure).map((cell) => cell?.[measure] ?? NaN),
  }));
  const axis: Axis =
    measure === 'accuracy'
      ? { from: 0, to: 1, ticks: 5 }
      : lossAxis(lines.flatMap(({ values }) => values));
  return (
    <section {...usePart(`best-${measure}`)}>
      <PanelTitle name={t(`best.${measure}`)} note={t('bestNote')} />
      <Plot
        x={{ from: 0, to: Math.max(last, 1), label: t('batchSize'), ticks: 0 }}
        y={{ ...axis, label: '' }}
        ratio={0.66}
        right={ROOM}
        label={t(`best.${measure}Text`)}
      >
        {(scales) => (
          <>
            {model.sizes.value.map((size, row) => (
              <text key={size} x={scales.x(row)} y={scales.y(axis.from) + 16} text-anchor="middle">
                {size}
              </text>
            ))}
            <Level
              {...scales}
              value={GUESSING[measure]}
              to={Math.max(last, 1)}
              name={t('guessing')}
            />
            {lines.map(({ side, values }) => (
              <BestLine key={side.kind} {...scales} {...{ model, side, measure, axis, values }} />
            ))}
            <EndLabels
              {...scales}
              labels={lines.map(({ side, values }) => {
                const end = values.findLastIndex(Number.isFinite);
                const y = drawn(values[end] ?? NaN, axis);
                return { name: t(side.kind), hue: `treatment-${side.kind}`, x: end, y };
              })}
            />
          </>
        )}
      </Plot>
    </section>
  );
}

type BestLineProps = PlotScales & {
  readonly model: Model;
  readonly side: Side;
  readonly measure: Measure;
  readonly axis: Axis;
  readonly values: readonly number[];
};

/** A line through the best of each batch size, and its rate beside each; pale, all other rates. */
function BestLine({ x, y, model, side, measure, axis, values }: BestLineProps) {
  const places = values.map((value, row) => [x(row), y(drawn(value, axis))] as const);
  const all = side.cells.flatMap((cells, row) =>
    cells
      .map((cell) => cell[measure])
      .filter(Number.isFinite)
      .map((value) => `M${x(row)} ${y(drawn(value, axis))}h.01`),
  );
  return (
    <g class={`treatment-${side.kind}`} {...usePart(side.kind)}>
      <path class="others" d={all.join('')} />
      <path class="curve" d={lineThrough(places)} />
      {places.map(([left, top], row) => {
        const column = side.best[measure][row];
        return (
          column !== undefined && (
            <g key={row}>
              <circle class="dot" cx={left} cy={top} r={3.5} />
              <text class="rate" x={left + 6} y={top - 5}>
                {rateText(model.rates.value[column])}
              </text>
            </g>
          )
        );
      })}
    </g>
  );
}

type LevelProps = PlotScales & {
  readonly value: number;
  readonly to: number;
  readonly name: string;
};

function Level({ x, y, value, to, name }: LevelProps) {
  return (
    <g class="level" transform={`translate(0 ${y(value)})`}>
      <path d={`M${x(0)} 0H${x(to)}`} />
      <text x={x(to)} y={-4} text-anchor="end">
        {name} {numberText(value, value < 1 ? 1 : 2)}
      </text>
    </g>
  );
}

/** The pointed-out run on its way, both networks; thin, the best run of every batch size. */
export function CoursePlot({ model, t }: Props) {
  const { epochs } = model.params.value;
  const { row, column } = model.place.value;
  const inSteps = model.along.value === 'steps';
  const own =
    model.sides.value.find(({ kind }) => kind === model.kind.value) ?? model.sides.value[0];
  const thin = own.cells.flatMap((cells, at) => {
    const best = own.best.loss[at];
    return best === undefined ? [] : [{ at, course: cells[best].course }];
  });
  const bold = model.sides.value.map((side) => ({ side, course: side.cells[row][column].course }));
  const all = [...thin, ...bold].flatMap(({ course }) => Array.from(course));
  const axis = lossAxis(all.filter(Number.isFinite));
  const most = Math.max(...model.sizes.value.map((_, at) => model.stepsPerEpoch(at)));
  const least = Math.min(...model.sizes.value.map((_, at) => model.stepsPerEpoch(at)));
  const unit = (at: number): number => (inSteps ? model.stepsPerEpoch(at) : 1);
  const placesOf = ({ x, y }: PlotScales, course: Float32Array, at: number) =>
    Array.from(course, (loss, epoch): readonly [number, number] => [
      x((epoch + 1) * unit(at)),
      y(drawn(loss, axis)),
    ]);
  const endOf = (course: Float32Array, at: number) => {
    const last = course.findLastIndex(Number.isFinite);
    return { x: (last + 1) * unit(at), y: drawn(course[last] ?? NaN, axis) };
  };
  return (
    <section {...usePart('course')}>
      <PanelTitle
        name={t('course')}
        note={t('courseNote', { size: model.size.value, rate: rateText(model.rate.value) })}
      />
      <Plot
        x={{
          from: inSteps ? least : 1,
          to: inSteps ? epochs * most : Math.max(epochs, 2),
          label: t(`along.${model.along.value}`),
          logarithmic: inSteps,
          ticks: 5,
        }}
        y={{ ...axis, label: '' }}
        ratio={0.66}
        right={ROOM}
        label={t('courseText', { size: model.size.value, rate: rateText(model.rate.value) })}
      >
        {(scales) => (
          <>
            <g class={`treatment-${own.kind}`}>
              {thin.map(({ at, course }) => (
                <path key={at} class="curve thin" d={lineThrough(placesOf(scales, course, at))} />
              ))}
            </g>
            {bold.map(({ side, course }) => (
              <g key={side.kind} class={`treatment-${side.kind}`}>
                <path class="curve bold" d={lineThrough(placesOf(scales, course, row))} />
              </g>
            ))}
            <EndLabels
              {...scales}
              labels={[
                ...thin
                  .filter(({ at }) => own.best.loss[at] !== column || at !== row)
                  .map(({ at, course }) => ({
                    name: String(model.sizes.value[at]),
                    hue: `treatment-${own.kind}`,
                    ...endOf(course, at),
                  })),
                ...bold.map(({ side, course }) => ({
                  name: t(side.kind) + (side.cells[row][column].lost > 0 ? t('isLost') : ''),
                  hue: `treatment-${side.kind} bold`,
                  ...endOf(course, row),
                })),
              ]}
            />
          </>
        )}
      </Plot>
    </section>
  );
}
