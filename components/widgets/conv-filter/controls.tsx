import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { matrix } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import type { Model } from './model.ts';
import { MAX_SIDE, params } from './params.ts';
import type { Key } from './strings.ts';

type ToolsProps = ViewProps<Model, Key>;

/** Everything that can be set, in the order in which it acts: image, kernel, window, activation. */
export function Controls({ model, t }: ToolsProps) {
  return (
    <>
      <ImageTools model={model} t={t} />
      <KernelTools model={model} t={t} />
      <div class="control-row">
        <b>{t('window')}</b>
        <PartControl name="stride" />
        <PartControl name="dilation" />
        <PartControl name="padding" />
        <PartControl name="paddingMode" part="padding" />
        {model.state.params.value.paddingMode === 'constant' && (
          <PartControl name="paddingValue" part="padding" />
        )}
        <Control name="padOutput" />
      </div>
      <div class="control-row">
        <b>{t('then')}</b>
        <PartControl name="bias" />
        <PartControl name="activation" />
      </div>
    </>
  );
}

function PartControl({ name, part = name }: { readonly name: string; readonly part?: string }) {
  return (
    <span {...usePart(part)}>
      <Control name={name} />
    </span>
  );
}

function ImageTools({ model, t }: ToolsProps) {
  const { image } = model.state.params.value;
  const side = Math.max(...image.shape);
  return (
    <div class="control-row">
      <b>{t('input')}</b>
      <PresetField
        label={t('images')}
        name="image"
        value={image}
        presets={images}
        make={(draw) => draw(side)}
        wordOf={(name) => t(`image.${name}` as Key)}
        onChoose={model.setImage}
      />
      <NumberField
        label={t('side')}
        name="image"
        value={side}
        min={4}
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
      <ImageSource name="image" side={side} onImage={model.setImage} />
    </div>
  );
}

function KernelTools({ model, t }: ToolsProps) {
  const { kernel } = model.state.params.value;
  return (
    <div class="control-row">
      <b>{t('kernel')}</b>
      <PresetField
        label={t('presets')}
        name="kernel"
        value={kernel}
        presets={kernels}
        make={matrix}
        wordOf={(name) => t(`kernel.${name}` as Key)}
        onChoose={model.setKernel}
      />
      <NumberField
        label={t('kernelSide')}
        name="kernel"
        value={Math.max(...kernel.shape)}
        min={1}
        max={7}
        step={1}
        onChange={model.setKernelSide}
      />
    </div>
  );
}
