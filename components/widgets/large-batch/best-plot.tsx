import { lineThrough } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { drawn, GUESSING, lossAxis, ROOM, type Axis } from './axes.ts';
import { bestCells, type Measure, type Model, type Side } from './model.ts';
import type { Key } from './strings.ts';
import { rateText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly measure: Measure };

/** The best of each batch size, of both networks. */
export function BestPlot({ model, t, measure }: Props) {
  const sizes = model.sizes.value;
  const last = Math.max(sizes.length - 1, 1);
  const lines = model.sides.value.map((side) => ({
    side,
    values: bestCells(side, measure).map((cell) => cell?.[measure] ?? NaN),
  }));
  const axis: Axis =
    measure === 'accuracy'
      ? { from: 0, to: 1, ticks: 5 }
      : lossAxis(lines.flatMap(({ values }) => values));
  const labels = lines.map(({ side, values }) => {
    const end = values.findLastIndex(Number.isFinite);
    const y = drawn(values[end] ?? NaN, axis);
    return { name: t(side.kind), hue: `treatment-${side.kind}`, x: end, y };
  });
  return (
    <section {...usePart(`best-${measure}`)}>
      <PanelTitle name={t(`best.${measure}`)} note={t('bestNote')} />
      <Plot
        x={{ from: 0, to: last, label: t('batchSize'), ticks: 0 }}
        y={{ ...axis, label: '' }}
        ratio={0.66}
        right={ROOM}
        label={t(`best.${measure}Text`)}
      >
        {(scales) => (
          <>
            {sizes.map((size, row) => (
              <text key={size} x={scales.x(row)} y={scales.y(axis.from) + 16} text-anchor="middle">
                {size}
              </text>
            ))}
            <Level {...scales} value={GUESSING[measure]} to={last} name={t('guessing')} />
            {lines.map(({ side, values }, which) => (
              <BestLine
                key={side.kind}
                {...scales}
                {...{ model, side, measure, axis, values }}
                others={lines[1 - which].values}
              />
            ))}
            <EndLabels {...scales} labels={labels} />
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
  /** Those of the other network: of two names, the upper stands above its dot. */
  readonly others: readonly number[];
};

/** A line through the best of each batch size, and its rate beside each; pale, all other rates. */
function BestLine({ x, y, model, side, measure, axis, values, others }: BestLineProps) {
  const places = values.map((value, row) => [x(row), y(drawn(value, axis))] as const);
  const pale = side.cells.flatMap((cells, row) =>
    cells
      .map((cell) => cell[measure])
      .filter(Number.isFinite)
      .map((value) => `M${x(row)} ${y(drawn(value, axis))}h.01`),
  );
  // The name of the line is at its end.
  const isLast = (row: number): boolean => row > 0 && row === values.length - 1;
  const isUpper = (row: number): boolean =>
    values[row] === others[row] ? side.kind === 'none' : !(values[row] < others[row]);
  return (
    <g class={`treatment-${side.kind}`} {...usePart(side.kind)}>
      <path class="others" d={pale.join('')} />
      <path class="curve" d={lineThrough(places)} />
      {places.map(([left, top], row) => {
        const column = side.best[measure][row];
        if (column === undefined) return null;
        // Under a dot that lies low there is the axis.
        const isAbove = isUpper(row) || top > y(axis.from) - 18;
        return (
          <g key={row}>
            <circle class="dot" cx={left} cy={top} r={3.5} />
            <text
              class="rate"
              x={left + (isLast(row) ? -5 : 5)}
              y={top + (isAbove ? -7 : 15)}
              text-anchor={isLast(row) ? 'end' : 'start'}
            >
              {rateText(model.rates.value[column])}
            </text>
          </g>
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
      <text x={x(0.5 * to)} y={-4} text-anchor="middle">
        {name} {numberText(value, value < 1 ? 1 : 2)}
      </text>
    </g>
  );
}
