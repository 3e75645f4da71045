import { Control } from '#controls/control.tsx';
import { SelectField } from '#controls/select-field.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { libraries, type Library } from './rules.ts';
import type { Key } from './strings.ts';

const OWN = 'own';

/** The rule of the layer, and what its batches are drawn from. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { k } = useWidget();
  const library = model.library.value ?? OWN;
  const options = libraries.map((name) => ({ value: name as string, label: t(`beside.${name}`) }));
  if (library === OWN) options.push({ value: OWN, label: k('own') });
  return (
    <>
      <div class="control-row">
        <b>{t('rule')}</b>
        <SelectField
          label={t('library')}
          name="convention"
          value={library}
          options={options}
          onChange={(name) => {
            if (name !== OWN) model.useLibrary(name as Library);
          }}
        />
        <span {...usePart('momentum')}>
          <Control name="momentum" />
        </span>
        <Control name="convention" />
        <Control name="unbiased" />
        <Control name="epsilon" />
        <Control name="beside" />
      </div>
      <div class="control-row">
        <b>{t('data')}</b>
        <Control name="batchSize" />
        <span {...usePart('truth')}>
          <Control name="mean" />
        </span>
        <Control name="drift" />
        <Control name="variance" />
        <Control name="seed" />
      </div>
    </>
  );
}
