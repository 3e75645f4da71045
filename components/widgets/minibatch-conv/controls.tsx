import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { MAX_BATCH, MAX_FILTERS } from './params.ts';
import type { Key } from './strings.ts';
import { rowName } from './words.ts';

/** How many images and filters, and what happens after them. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { images, weight, changed } = model.state.params.value;
  const count = images.shape[0];
  const options = Array.from({ length: count }, (_, n) => ({
    value: String(n),
    label: rowName(t, 'images', n),
  }));
  return (
    <>
      <div class="control-row">
        <NumberField
          label={t('imageCount')}
          name="images"
          value={count}
          min={1}
          max={MAX_BATCH}
          step={1}
          onChange={model.setImageCount}
        />
        <NumberField
          label={t('filterCount')}
          name="weight"
          value={weight.shape[0]}
          min={1}
          max={MAX_FILTERS}
          step={1}
          onChange={model.setFilterCount}
        />
        <Control name="activation" />
        <Control name="second" />
        {model.state.params.value.second > 0 && <Control name="seed" />}
      </div>
      <div class="control-row">
        <SelectField
          label={t('param.changed')}
          name="changed"
          value={String(changed)}
          options={[{ value: '-1', label: t('noImage') }, ...options]}
          onChange={(image) => model.state.edit({ changed: Number(image) })}
        />
      </div>
    </>
  );
}
