import { useComputed } from '@preact/signals';
import type { ColourScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import { usePart } from '#kit/part.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { mapOf } from '#nd/maps.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Model, Stage } from './model.ts';
import type { Key } from './strings.ts';
import { columnName, rowName } from './words.ts';

type InspectorProps = ViewProps<Model, Key> & {
  readonly scales: Readonly<Record<Stage, ColourScale>>;
};

/** One image × one filter = one map: the pair that the figure speaks of, to be read and edited. */
export function Inspector({ model, t, scales }: InspectorProps) {
  const { k } = useWidget();
  const { images, weight, output } = model.tensors.value;
  const { image, filter } = model.pair.value;
  const [, channels, rows, columns] = weight.shape;
  const slices = Array.from({ length: channels }, (_, channel) => channel);
  const { stage, index } = model.current.value;
  const cell = useComputed(() => {
    const { stage, index } = model.current.value;
    return stage === 'output' ? { row: index[2], column: index[3] } : undefined;
  });
  const window = cell.value && [{ kind: 'window', ...cell.value, rows, columns } satisfies Mark];
  const pointAt = (name: Stage, n: number, c: number) => (at?: { row: number; column: number }) => {
    model.pointed.value = at && { stage: name, index: [n, c, at.row, at.column] };
  };
  return (
    <div class="inspector">
      <section {...usePart('images')}>
        <PanelTitle name={rowName(t, 'images', image)} note={sizeOf(images)} />
        {slices.map((channel) => (
          <MatrixEditor
            key={channel}
            name="images"
            label={`${rowName(t, 'images', image)}, ${columnName(t, 'images', channel)}`}
            array={mapOf(images, image, channel)}
            scale={scales.images}
            marks={window}
            step={0.1}
            brush={1}
            onPoint={pointAt('images', image, channel)}
            onSet={(at, value, gesture) => model.setPixel(channel, at, value, gesture)}
            onReplace={(cells) => model.setSlice('images', channel, cells)}
          />
        ))}
      </section>
      <span class="sign" aria-hidden="true">
        ×
      </span>
      <section class={`hue-${filter + 1}`} {...usePart('weight')}>
        <PanelTitle name={rowName(t, 'weight', filter)} note={sizeOf(weight)} />
        {slices.map((slice) => (
          <MatrixEditor
            key={slice}
            name="weight"
            label={`${rowName(t, 'weight', filter)}, ${columnName(t, 'weight', slice)}`}
            array={mapOf(weight, filter, slice)}
            scale={scales.weight}
            step={1}
            onPoint={pointAt('weight', filter, slice)}
            onSet={(at, value, gesture) => model.setWeight(slice, at, value, gesture)}
            onReplace={(cells) => model.setSlice('weight', slice, cells)}
          />
        ))}
      </section>
      <span class="sign" aria-hidden="true">
        =
      </span>
      <section class={`hue-${filter + 1}`} {...usePart('output')}>
        <PanelTitle
          name={`${columnName(t, 'output', filter)} · ${rowName(t, 'output', image)}`}
          note={sizeOf(output)}
        />
        <TensorGrid
          label={`${rowName(t, 'output', image)}, ${columnName(t, 'output', filter)}`}
          array={mapOf(output, image, filter)}
          scale={scales.output}
          marks={
            stage === 'output' ? [{ kind: 'cell', row: index[2], column: index[3] }] : undefined
          }
          cellName={({ row, column }, text) =>
            k('cell', { row: row + 1, column: column + 1, value: text })
          }
          onPoint={pointAt('output', image, filter)}
          onChoose={({ row, column }) =>
            model.choose({ stage: 'output', index: [image, filter, row, column] })
          }
        />
      </section>
    </div>
  );
}

const sizeOf = ({ shape }: NdArray): string => shape.slice(2).join(' × ');
