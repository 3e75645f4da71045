import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import type { Translate } from '#i18n/translate.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { matrix, sameArray, type NdArray } from '#nd/nd-array.ts';
import { images } from './images.ts';
import { kernels } from './kernels.ts';
import type { Model } from './model.ts';
import { MAX_SIDE, params } from './params.ts';
import type { Key } from './strings.ts';

const OWN = 'own';

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
  const chosen = nameOf(image, images, (draw) => draw(side));
  return (
    <div class="control-row">
      <b>{t('input')}</b>
      <SelectField
        label={t('images')}
        value={chosen}
        options={optionsOf(images, 'image', t, chosen)}
        onChange={(name) => {
          if (name in images) model.setImage(images[name as keyof typeof images](side));
        }}
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
  const chosen = nameOf(kernel, kernels, matrix);
  return (
    <div class="control-row">
      <b>{t('kernel')}</b>
      <SelectField
        label={t('presets')}
        value={chosen}
        options={optionsOf(kernels, 'kernel', t, chosen)}
        onChange={(name) => {
          if (name in kernels) model.setKernel(matrix(kernels[name as keyof typeof kernels]));
        }}
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

/** Name of the preset that an array equals. */
function nameOf<T>(
  array: NdArray,
  presets: Readonly<Record<string, T>>,
  make: (preset: T) => NdArray,
): string {
  const match = Object.entries(presets).find(([, preset]) => sameArray(array, make(preset)));
  return match?.[0] ?? OWN;
}

function optionsOf(
  presets: object,
  prefix: 'image' | 'kernel',
  t: Translate<Key>,
  chosen: string,
): { value: string; label: string }[] {
  const names = chosen === OWN ? [...Object.keys(presets), OWN] : Object.keys(presets);
  return names.map((name) => ({ value: name, label: t(`${prefix}.${name}` as Key) }));
}
