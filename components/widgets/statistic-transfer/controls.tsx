import { useId } from 'preact/hooks';
import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import { useShown } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Given, Model } from './model.ts';
import { pictures, SIDE } from './pictures.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** The two pictures, what can be done to the style, and how far and in which space the statistics go over. */
export function Controls({ model, t }: Props) {
  return (
    <>
      <div class="control-row">
        <b>{t('pictures')}</b>
        <Preset model={model} t={t} name="content" />
        <Preset model={model} t={t} name="style" />
        <StyleDeeds model={model} t={t} />
      </div>
      <div class="control-row">
        <b>{t('own')}</b>
        <BrushField model={model} t={t} />
        <SelectField
          label={t('target')}
          name="style"
          value={model.target.value}
          options={(['content', 'style'] as const).map((name) => ({ value: name, label: t(name) }))}
          onChange={(name) => {
            model.target.value = name as Given;
          }}
        />
        <ImageSource
          name="style"
          side={SIDE}
          colour
          onImage={(picture, gesture) => model.setPicture(model.target.value, picture, gesture)}
        />
      </div>
      <div class="control-row">
        <b>{t('transfer')}</b>
        <span {...usePart('strength')}>
          <Control name="strength" />
        </span>
        <Control name="space" />
        <Control name="seed" />
      </div>
    </>
  );
}

function Preset({ model, t, name }: Props & { readonly name: Given }) {
  return (
    <PresetField
      label={t(name)}
      name={name}
      value={model.state.params.value[name]}
      presets={pictures}
      make={(draw) => draw()}
      wordOf={(picture) => t(`picture.${picture}` as Key)}
      onChoose={(picture) => model.setPicture(name, picture)}
    />
  );
}

function StyleDeeds({ model, t }: Props) {
  const visible = useShown('style');
  if (!visible) return null;
  return (
    <div class="control deeds" role="group" aria-label={t('style')}>
      <button type="button" onClick={model.takeContent}>
        {t('takeContent')}
      </button>
      <button type="button" onClick={model.mirrorStyle}>
        {t('mirror')}
      </button>
      <button type="button" onClick={model.shuffleStyle}>
        {t('shuffle')}
      </button>
    </div>
  );
}

function BrushField({ model, t }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{t('brush')}</label>
      <input
        id={id}
        type="color"
        value={model.brush.value}
        onInput={(event) => {
          model.brush.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
