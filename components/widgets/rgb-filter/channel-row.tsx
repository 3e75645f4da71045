import { useComputed } from '@preact/signals';
import { greyScale, signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Channel } from './params.ts';
import { sliceOf } from './slices.ts';
import type { Key } from './strings.ts';
import { padded } from './window.ts';
import { mapDecimals, weightDecimals } from './words.ts';

type RowProps = ViewProps<Model, Key> & {
  readonly name: Channel;
  readonly channel: number;
};

/** One channel of the image, the slice of the filter that belongs to it, and what they give. */
export function ChannelRow(props: RowProps) {
  return (
    <div class={`channel ${props.name}`}>
      {props.channel > 0 && (
        <span class="sign plus" aria-hidden="true">
          +
        </span>
      )}
      <ImageSlice {...props} />
      <span class="sign times" aria-hidden="true">
        ∗
      </span>
      <KernelSlice {...props} />
      <span class="sign equals" aria-hidden="true">
        =
      </span>
      <PartialMap {...props} />
      <span class="wire" aria-hidden="true" />
    </div>
  );
}

/** Pointing at a part of a channel lights the whole row; the prose may also light a whole stack. */
function useSlice(channel: Channel, stack: string) {
  const { lit } = useWidget();
  const part = usePart(channel);
  return { ...part, 'data-lit': lit.value === stack ? '' : part['data-lit'] };
}

const sizeText = (shape: readonly number[]): string => shape.slice(-2).join(' × ');

function ImageSlice({ model, t, name, channel }: RowProps) {
  const { image, padding } = model.state.params.value;
  const array = useComputed(() => {
    const { image: whole, padding: ring } = model.state.params.value;
    return padded(sliceOf(whole, channel), ring);
  });
  const scale = useComputed(() => {
    const [least, most] = extent(model.state.params.value.image.data);
    return greyScale(Math.min(least, 0), Math.max(most, 1));
  });
  const marks = useComputed(() => windowMarks(model, channel));
  const size = sizeText(image.shape);
  return (
    <section class="image" {...useSlice(name, 'image')}>
      {channel === 0 && (
        <PanelTitle
          name={t('channels')}
          note={t('each', {
            size: padding > 0 ? `${size} + ${t('somePadding', { padding })}` : size,
          })}
        />
      )}
      <p class="label">{t(name)}</p>
      <MatrixEditor
        name="image"
        label={t('channelName', { colour: t(name) })}
        array={array.value}
        ring={padding}
        scale={scale.value}
        decimals={decimalsFor(image.data)}
        marks={marks.value}
        step={0.1}
        brush={model.brush.value}
        onPoint={(cell) => {
          model.pointedPixel.value = cell && {
            channel,
            row: cell.row - padding,
            column: cell.column - padding,
          };
        }}
        onSet={(cell, value, gesture) => model.setPixel(channel, cell, value, gesture)}
        onReplace={(slice) => model.setChannel(channel, slice)}
      />
    </section>
  );
}

/** What the window covers, counted from the first padded cell. */
function windowMarks(model: Model, channel: number): Mark[] {
  const { kernel, padding } = model.state.answered.value.params;
  const [, rows, columns] = kernel.shape;
  const taps = model.taps.value[channel];
  const placeOf = (tap: number) => ({
    row: taps[tap].row + padding,
    column: taps[tap].column + padding,
  });
  const window: Mark = { kind: 'window', ...placeOf(0), rows, columns };
  const pointed = model.pointedWeight.value;
  return pointed?.channel === channel && pointed.tap < taps.length
    ? [window, { kind: 'cell', ...placeOf(pointed.tap) }]
    : [window];
}

function KernelSlice({ model, t, name, channel }: RowProps) {
  const { kernel } = model.state.params.value;
  const columns = kernel.shape[2];
  const scale = useComputed(() => signedScale(maxAbs(model.state.params.value.kernel.data)));
  const pointed = model.pointedWeight.value;
  const mark: Mark | undefined =
    pointed?.channel === channel
      ? { kind: 'cell', row: Math.floor(pointed.tap / columns), column: pointed.tap % columns }
      : undefined;
  return (
    <section class="kernel" {...useSlice(name, 'kernel')}>
      {channel === 0 && (
        <PanelTitle name={t('filter')} note={t('slices', { size: sizeText(kernel.shape) })} />
      )}
      <MatrixEditor
        name="kernel"
        label={t('sliceName', { colour: t(name) })}
        array={sliceOf(kernel, channel)}
        scale={scale.value}
        decimals={weightDecimals(kernel)}
        marks={mark && [mark]}
        step={1}
        onPoint={(cell) => {
          model.pointedWeight.value = cell && { channel, tap: cell.row * columns + cell.column };
        }}
        onSet={(cell, value, gesture) => model.setWeight(channel, cell, value, gesture)}
        onReplace={(slice) => model.setSlice(channel, slice)}
      />
    </section>
  );
}

function PartialMap({ model, t, name, channel }: RowProps) {
  const { k } = useWidget();
  const { partial } = model.state.answered.value.result;
  const scale = useComputed(() => signedScale(model.largest.value));
  const marks = useComputed((): Mark[] => {
    const reached = model.pointedPixel.value?.channel === channel ? model.reached.value : [];
    return [
      ...reached.map((cell): Mark => ({ kind: 'reached', ...cell })),
      { kind: 'cell', ...model.current.value },
    ];
  });
  return (
    <section class="partial" {...useSlice(name, 'partial')}>
      {channel === 0 && (
        <PanelTitle name={t('partial')} note={t('each', { size: sizeText(partial.shape) })} />
      )}
      <TensorGrid
        label={t('mapName', { colour: t(name) })}
        array={sliceOf(partial, channel)}
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
    </section>
  );
}
