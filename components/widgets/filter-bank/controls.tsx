import { useSignal } from '@preact/signals';
import { Control } from '#controls/control.tsx';
import { ImageSource } from '#controls/image-source.tsx';
import { NumberField, type NumberFieldProps } from '#controls/number-field.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { useShown } from '#kit/context.ts';
import { biasesFor } from './biases.ts';
import type { Model } from './model.ts';
import { MAX_CHANNELS, MAX_FILTERS, MAX_KERNEL, MAX_SIDE, MIN_SIDE, params } from './params.ts';
import { pictures, withChannels } from './pictures.ts';
import { SlicePreset } from './slice-preset.tsx';
import type { Key } from './strings.ts';
import { usePartInHand } from './use-part.ts';
import { filterName } from './words.ts';

type ToolsProps = ViewProps<Model, Key>;

/** What can be set, in the order in which it acts: image, filters, the chosen filter, what comes after. */
export function Controls({ model, t }: ToolsProps) {
  return (
    <>
      {useShown('image') && <ImageTools model={model} t={t} />}
      {useShown('weight') && <FilterTools model={model} t={t} />}
      <div class="control-row">
        <b>{t('then')}</b>
        <Control name="padding" />
        <Control name="activation" />
      </div>
    </>
  );
}

function ImageTools({ model, t }: ToolsProps) {
  const { image } = model.state.params.value;
  const [channels, height, width] = image.shape;
  const side = Math.max(height, width);
  const hand = useSignal('channels');
  return (
    <div class="control-row">
      <b>{t('image')}</b>
      <PresetField
        label={t('pictures')}
        // Of no param: another picture of the same shape is never refused.
        name=""
        value={image}
        presets={pictures}
        make={(draw) => withChannels(draw(side), channels)}
        wordOf={(name) => t(`picture.${name}` as Key)}
        onChoose={model.setPicture}
      />
      <span {...usePartInHand(model, 'channels')}>
        <Count
          hand={hand}
          id="channels"
          param="image"
          label={t('channelCount')}
          value={channels}
          min={1}
          max={MAX_CHANNELS}
          onChange={model.setChannels}
        />
      </span>
      <Count
        hand={hand}
        id="side"
        param="image"
        label={t('side')}
        value={side}
        min={MIN_SIDE}
        max={MAX_SIDE}
        onChange={model.setSide}
      />
      <ImageSource name="image" colour side={side} onImage={model.setPicture} />
    </div>
  );
}

function FilterTools({ model, t }: ToolsProps) {
  const { weight, bias, groups } = model.state.params.value;
  const filter = model.filter.value;
  const slices = model.seen.value.map((_, slice) => slice);
  const hand = useSignal('side');
  return (
    <>
      <div class="control-row">
        <b>{t('weight')}</b>
        <span {...usePartInHand(model, 'filters')}>
          <Count
            hand={hand}
            id="filters"
            param="weight"
            label={t('filterCount')}
            value={weight.shape[0]}
            min={1}
            max={MAX_FILTERS}
            onChange={model.setFilters}
          />
        </span>
        <span {...usePartInHand(model, 'kernel')}>
          <Count
            hand={hand}
            id="side"
            param="weight"
            label={t('kernelSide')}
            value={Math.max(weight.shape[2], weight.shape[3])}
            min={1}
            max={MAX_KERNEL}
            onChange={model.setKernelSide}
          />
        </span>
        <span {...usePartInHand(model, 'groups')}>
          <NumberField
            label={t('param.groups')}
            name="groups"
            value={groups}
            min={params.groups.min}
            max={params.groups.max}
            step={1}
            onChange={model.setGroups}
          />
        </span>
      </div>
      <div class="control-row">
        <b>{filterName(t, filter)}</b>
        <span class="control">
          <span aria-hidden="true">{t('allSlices')}</span>
          <SlicePreset model={model} t={t} slices={slices} label={t('filterPreset')} />
        </span>
        <span {...usePartInHand(model, 'bias')}>
          <NumberField
            label={t('bias')}
            name="bias"
            value={biasesFor(filter + 1, bias).data[filter]}
            min={params.bias.min}
            max={params.bias.max}
            step={0.1}
            onChange={model.setBias}
          />
        </span>
      </div>
    </>
  );
}

type CountProps = Omit<NumberFieldProps, 'name' | 'step'> & {
  readonly id: string;
  readonly param: string;
  /** Which of the controls of a param the reader has in hand: a refusal stands beside that one. */
  readonly hand: { value: string };
};

function Count({ id, param, hand, onChange, ...field }: CountProps) {
  return (
    <NumberField
      {...field}
      step={1}
      name={hand.value === id ? param : undefined}
      onChange={(value) => {
        hand.value = id;
        onChange(value);
      }}
    />
  );
}
