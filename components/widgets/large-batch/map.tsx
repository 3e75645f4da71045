import type { CellColour } from '#charts/cell-colour.ts';
import { unsignedScale } from '#charts/cell-colour.ts';
import { CELL } from '#charts/grid-row.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { tabulate } from '#nd/nd-array.ts';
import type { Measure, Model, Place, Side } from './model.ts';
import type { Key } from './strings.ts';
import { bestRatesText, cellText, measuredText, rateText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly side: Side };

/** Losses from this one down are as bright as can be; guessing is as dark. */
const LEAST_LOSS = 0.02;
const GUESSING = Math.log(10);

/** Bright is what has learned. The values are places: what is in a cell is more than one number. */
function colourOf(side: Side, measure: Measure, columns: number): (place: number) => CellColour {
  const bright = unsignedScale(0, 1);
  return (at) => {
    const cell = side.cells[Math.floor(at / columns)][at % columns];
    if (cell.come === 0) return { className: 'pending', amount: 0 };
    if (!Number.isFinite(cell[measure])) return { className: 'lost', amount: 0 };
    return bright(
      measure === 'accuracy'
        ? cell.accuracy
        : Math.min(Math.log(cell.loss / GUESSING) / Math.log(LEAST_LOSS / GUESSING), 1),
    );
  };
}

/** Batch sizes down, rates across: how each run of a network has ended. */
export function SweepMap({ model, t, side }: Props) {
  const measure = model.measure.value;
  const [rows, columns] = [model.sizes.value.length, model.rates.value.length];
  const cellAt = (at: number) => side.cells[Math.floor(at / columns)][at % columns];
  const part = usePart(side.kind);
  return (
    <section class={`sweep treatment-${side.kind}`} {...part}>
      <PanelTitle name={t(side.kind)} note={bestRatesText(side, model, t)} />
      <div class={`sweep-map ${columns > 7 ? 'fine' : ''}`} style={`--columns:${columns}`}>
        <TensorGrid
          array={tabulate([rows, columns], (row, column) => row * columns + column)}
          scale={colourOf(side, measure, columns)}
          text={(at) => cellText(cellAt(at), measure)}
          numbers
          label={t('mapText', { network: t(side.kind), measure: t(`measure.${measure}`) })}
          cellName={({ row, column }) =>
            t('cellText', {
              size: model.sizes.value[row],
              rate: rateText(model.rates.value[column]),
              value: measuredText(side.cells[row][column], measure, t),
              best: side.best[measure][row] === column ? t('isBest') : '',
            })
          }
          onChoose={(cell) => model.pointOut(side.kind, cell)}
        >
          <Overlay model={model} t={t} side={side} />
        </TensorGrid>
      </div>
    </section>
  );
}

/** The numbers at the edges, the best rate of each batch size, and the run that is pointed out. */
function Overlay({ model, t, side }: Props) {
  const [sizes, rates] = [model.sizes.value, model.rates.value];
  const [width, height] = [rates.length * CELL, sizes.length * CELL];
  const best = side.best[model.measure.value];
  const places = best.flatMap((column, row) => (column === undefined ? [] : [{ row, column }]));
  return (
    <g class="overlay" aria-hidden="true">
      {sizes.map((size, row) => (
        <text key={size} x={-6} y={(row + 0.62) * CELL} text-anchor="end">
          {size}
        </text>
      ))}
      {rates.map((rate, column) => (
        <text key={rate} x={(column + 0.48) * CELL} y={height + 12} text-anchor="middle">
          {rateText(rate)}
        </text>
      ))}
      <text class="name" x={-6} y={-5} text-anchor="end">
        {t('batchAxis')}
      </text>
      <text class="name" x={width} y={height + 26} text-anchor="end">
        {t('rateAxis')}
      </text>
      <Diagonal model={model} />
      <g class="best" {...usePart('best')}>
        {['under', 'over'].map((layer) => (
          <path key={layer} class={layer} d={bestPath(places)} />
        ))}
      </g>
      {model.kind.value === side.kind && <Picked {...model.place.value} />}
    </g>
  );
}

const Picked = ({ row, column }: Place) => (
  <rect
    class="picked"
    x={column * CELL - 1.2}
    y={row * CELL - 1.2}
    width={CELL + 1.4}
    height={CELL + 1.4}
  />
);

/** Where the rate grows as the batch does: from corner to corner through the run that is pointed out. */
function Diagonal({ model }: Pick<Props, 'model'>) {
  const { row, column } = model.place.value;
  const [rows, columns] = [model.sizes.value.length, model.rates.value.length];
  const first = Math.min(row, column);
  const last = Math.min(rows - row, columns - column);
  const corners = Array.from({ length: first + last + 1 }, (_, index) => index - first);
  const dashes = corners.map((along) => {
    const [x, y] = [(column + along) * CELL - 0.5, (row + along) * CELL - 0.5];
    const [before, after] = [along === -first ? 9 : 4, along === last ? 9 : 4];
    return `M${x - before} ${y - before}L${x + after} ${y + after}`;
  });
  return (
    <g class="diagonal" {...usePart('diagonal')}>
      {['under', 'over'].map((layer) => (
        <path key={layer} class={layer} d={dashes.join('')} />
      ))}
    </g>
  );
}

/** A frame in each of these cells, one joined to the next. */
const bestPath = (places: readonly Place[]): string =>
  places
    .map((place, index) => {
      const [x, y] = [place.column * CELL + 1.5, place.row * CELL + 1.5];
      const joined = index > 0 ? connector(places[index - 1], place) : '';
      return `${joined}M${x} ${y}h26v26h-26z`;
    })
    .join('');

/** From the frame of one cell to that of another, past the numbers in them. */
function connector(from: Place, to: Place): string {
  const centre = ({ row, column }: Place) => [(column + 0.48) * CELL, (row + 0.48) * CELL];
  const [[x, y], [right, down]] = [centre(from), centre(to)];
  const reach = Math.max(Math.abs(right - x), Math.abs(down - y));
  const part = (0.43 * CELL) / reach;
  const [dx, dy] = [right - x, down - y];
  return `M${x + part * dx} ${y + part * dy}L${right - part * dx} ${down - part * dy}`;
}
