import { useComputed } from '@preact/signals';
import { signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Ramp } from '#charts/ramp.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { ChannelRow } from './channel-row.tsx';
import type { Model } from './model.ts';
import { channels } from './params.ts';
import { Picture } from './picture.tsx';
import { BiasAddend, Count, Products, Sum } from './sums.tsx';
import type { Key } from './strings.ts';
import { mapDecimals } from './words.ts';

type PartProps = ViewProps<Model, Key>;

/** Three rows, one for each channel, that flow into one map: channel ∗ slice = partial map, their sum. */
export function View({ model, t }: PartProps) {
  const { image, kernel, padding } = model.state.params.value;
  const [rows, columns] = image.shape.slice(1).map((size) => size + 2 * padding);
  const [outRows, outColumns] = model.outputShape.value;
  const side = Math.max(kernel.shape[1], kernel.shape[2]);
  const sizes = {
    '--rows': rows,
    '--columns': columns,
    '--picture-columns': image.shape[2],
    '--kernel-rows': kernel.shape[1],
    '--kernel-columns': kernel.shape[2],
    '--out-rows': outRows,
    '--out-columns': outColumns,
    '--current-row': model.current.value.row,
  };
  const cells = Math.max(columns, outColumns);
  return (
    <>
      <div
        class="rgb-filter"
        data-kernel={side === 1 ? 'one' : side <= 3 ? 'small' : 'large'}
        data-cells={cells <= 9 ? 'few' : cells <= 12 ? 'some' : 'many'}
        style={sizes}
      >
        <Picture model={model} t={t} />
        <span class="fan" aria-hidden="true" />
        <span class="fan-middle" aria-hidden="true" />
        <span class="spine upper" aria-hidden="true" />
        <span class="spine lower" aria-hidden="true" />
        {channels.map((name, channel) => (
          <ChannelRow key={name} model={model} t={t} name={name} channel={channel} />
        ))}
        <BiasAddend model={model} t={t} />
        <span class="bus" aria-hidden="true" />
        <span class="entry" aria-hidden="true">
          Σ
        </span>
        <Output model={model} t={t} />
      </div>
      <Products model={model} t={t} />
      <Count model={model} t={t} />
    </>
  );
}

function Output({ model, t }: PartProps) {
  const { k } = useWidget();
  const { output } = model.state.answered.value.result;
  const scale = useComputed(() => signedScale(model.largest.value));
  const marks = useComputed((): Mark[] => [
    ...model.reached.value.map((cell): Mark => ({ kind: 'reached', ...cell })),
    { kind: 'cell', ...model.current.value },
  ]);
  const [rows, columns] = output.shape;
  return (
    <section class="output" {...usePart('output')}>
      <PanelTitle name={t('output')} note={`${rows} × ${columns}`} />
      <TensorGrid
        label={t('output')}
        array={output}
        scale={scale.value}
        decimals={mapDecimals(model)}
        marks={marks.value}
        cellName={(cell, text) =>
          k('cell', { row: cell.row + 1, column: cell.column + 1, value: text })
        }
        onPoint={(cell) => {
          model.pointed.value = cell;
        }}
        onChoose={model.pin}
      />
      <div class="below">
        <Sum model={model} t={t} />
        <Ramp low={numberText(-model.largest.value, 1)} high={numberText(model.largest.value, 1)} />
      </div>
    </section>
  );
}
