import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { matrix } from '#nd/nd-array.ts';
import { slicePresets } from './filters.ts';
import type { Model } from './model.ts';
import { channels, MAX_KERNEL, MAX_SIDE, params, type Channel } from './params.ts';
import { pictures } from './pictures.ts';
import { sliceOf } from './slices.ts';
import type { Key } from './strings.ts';

type ToolsProps = ViewProps<Model, Key>;

/** Everything that can be set, in the order in which it acts: image, filter, window. */
export function Controls({ model, t }: ToolsProps) {
  return (
    <>
      <ImageTools model={model} t={t} />
      <FilterTools model={model} t={t} />
      <div class="control-row">
        <b>{t('window')}</b>
        <Control name="stride" />
        <Control name="padding" />
      </div>
    </>
  );
}

function ImageTools({ model, t }: ToolsProps) {
  const { image, kernel, padding } = model.state.params.value;
  const side = Math.max(...image.shape.slice(1));
  return (
    <div class="control-row">
      <b>{t('image')}</b>
      <PresetField
        label={t('images')}
        name="image"
        value={image}
        presets={pictures}
        make={(draw) => draw(side)}
        wordOf={(name) => t(`picture.${name}` as Key)}
        onChoose={model.setImage}
      />
      <NumberField
        label={t('side')}
        name="image"
        value={side}
        min={Math.max(3, ...kernel.shape.slice(1).map((size) => size - 2 * padding))}
        max={MAX_SIDE}
        step={1}
        onChange={model.setImageSide}
      />
      <NumberField
        label={t('brush')}
        name="image"
        value={model.brush.value}
        min={params.image.min}
        max={params.image.max}
        step={0.1}
        onChange={(value) => {
          model.brush.value = value;
        }}
      />
      <ImageSource name="image" side={side} colour onImage={model.setImage} />
    </div>
  );
}

function FilterTools({ model, t }: ToolsProps) {
  const { image, kernel, padding } = model.state.params.value;
  return (
    <div class="control-row">
      <b>{t('param.kernel')}</b>
      {channels.map((name, channel) => (
        <SliceTool key={name} model={model} t={t} name={name} channel={channel} />
      ))}
      <NumberField
        label={t('kernelSide')}
        name="kernel"
        value={Math.max(...kernel.shape.slice(1))}
        min={1}
        max={Math.min(MAX_KERNEL, ...image.shape.slice(1).map((size) => size + 2 * padding))}
        step={1}
        onChange={model.setKernelSide}
      />
      <span {...usePart('bias')}>
        <Control name="bias" />
      </span>
    </div>
  );
}

type SliceToolProps = ToolsProps & { readonly name: Channel; readonly channel: number };

function SliceTool({ model, t, name, channel }: SliceToolProps) {
  return (
    <span {...usePart(name)}>
      <PresetField
        label={t('sliceFrom', { colour: t(name) })}
        name="kernel"
        value={sliceOf(model.state.params.value.kernel, channel)}
        presets={slicePresets}
        make={matrix}
        wordOf={(preset) => t(`kernel.${preset}` as Key)}
        onChoose={(slice) => model.setSlice(channel, slice)}
      />
    </span>
  );
}
