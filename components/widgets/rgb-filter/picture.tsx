import { useComputed } from '@preact/signals';
import { GridMarks } from '#charts/grid-marks.tsx';
import { CELL } from '#charts/grid-row.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What a cell reaches under the next one, so that no seam shows between them at any size. */
const OVERLAP = 5;

/** The image in its true colours: what the three channels are when they are seen together. */
export function Picture({ model, t }: ViewProps<Model, Key>) {
  const { image } = model.state.params.value;
  const [, rows, columns] = image.shape;
  const colours = useComputed(() => coloursOf(model));
  const { shape: kernel } = model.state.answered.value.params.kernel;
  const padding = model.state.answered.value.params.padding * CELL;
  const window = model.taps.value[0][0];
  const column = (index: number): number => index % columns;
  const size = `${rows} × ${columns}`;
  return (
    <section class="whole" {...usePart('image')}>
      <PanelTitle name={t('image')} note={t('inColour', { size })} />
      <svg
        class="picture"
        role="img"
        aria-label={t('inColour', { size })}
        // The window may stand on the padding.
        viewBox={[
          -2 - padding,
          -2 - padding,
          columns * CELL + 3 + 2 * padding,
          rows * CELL + 3 + 2 * padding,
        ].join(' ')}
      >
        {colours.value.map((colour, index) => (
          <rect
            key={index}
            x={column(index) * CELL}
            y={Math.floor(index / columns) * CELL}
            width={CELL + (column(index) === columns - 1 ? 0 : OVERLAP)}
            height={CELL + (index >= columns * (rows - 1) ? 0 : OVERLAP)}
            fill={colour}
          />
        ))}
        <GridMarks
          marks={[
            {
              kind: 'window',
              row: window.row,
              column: window.column,
              rows: kernel[1],
              columns: kernel[2],
            },
          ]}
        />
      </svg>
    </section>
  );
}

/** The numbers as colours: from the least, or 0, to the largest, or 1. */
function coloursOf(model: Model): string[] {
  const { shape, data } = model.state.params.value.image;
  const [least, most] = extent(data);
  const [low, high] = [Math.min(least, 0), Math.max(most, 1)];
  const size = shape[1] * shape[2];
  return Array.from({ length: size }, (_, index) => {
    const parts = [0, 1, 2].map((channel) =>
      Math.round((255 * (data[channel * size + index] - low)) / (high - low)),
    );
    return `rgb(${parts.join(', ')})`;
  });
}
