import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { MOST_IMAGES, params } from './params.ts';
import { pictures, SIDE, type PictureName } from './pictures.ts';
import type { Key } from './strings.ts';
import { imageName } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Which pictures the images show, how many there are, and ε. */
export function Controls({ model, t }: Props) {
  return (
    <>
      <div class="control-row">
        <b>{t('pictures')}</b>
        {model.images.value.map((n) => (
          <PictureField key={n} model={model} t={t} n={n} />
        ))}
        <NumberField
          label={t('brush')}
          name="x"
          value={model.brush.value}
          min={params.x.min}
          max={params.x.max}
          step={0.5}
          onChange={(value) => {
            model.brush.value = value;
          }}
        />
        <ImageSource name="x" side={SIDE} onImage={model.setAll} />
      </div>
      <div class="control-row">
        <b>{t('batchOf')}</b>
        <NumberField
          label={t('count')}
          name="x"
          value={model.state.params.value.x.shape[0]}
          min={1}
          max={MOST_IMAGES}
          step={1}
          onChange={model.setCount}
        />
        <span {...usePart('epsilon')}>
          <Control name="epsilon" />
        </span>
      </div>
    </>
  );
}

const OWN = 'own';

function PictureField({ model, t, n }: Props & { readonly n: number }) {
  const { k } = useWidget();
  const chosen = model.nameOf(n) ?? OWN;
  const options = Object.keys(pictures).map((name) => ({
    value: name,
    label: t(`picture.${name as PictureName}`),
  }));
  if (chosen === OWN) options.push({ value: OWN, label: k('own') });
  return (
    <SelectField
      label={imageName(t, n)}
      name="x"
      value={chosen}
      options={options}
      onChange={(name) => {
        if (Object.hasOwn(pictures, name)) model.setPicture(n, pictures[name as PictureName](SIDE));
      }}
    />
  );
}
