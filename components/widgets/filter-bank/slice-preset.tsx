import type { ViewProps } from '#kit/define-widget.ts';
import { useShown, useWidget } from '#kit/context.ts';
import { mapOf } from '#nd/maps.ts';
import { matrix, sameArray } from '#nd/nd-array.ts';
import { kernels, type KernelName } from '#nd/sample-kernels.ts';
import { recentre } from '#nd/resample.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type SlicePresetProps = ViewProps<Model, Key> & {
  /** The slices of the chosen filter that it fills. */
  readonly slices: readonly number[];
  readonly label: string;
};

const names = Object.keys(kernels) as KernelName[];

/** Puts a sample kernel into slices of the chosen filter; “own” as long as they hold no single one. */
export function SlicePreset({ model, t, slices, label }: SlicePresetProps) {
  const { k } = useWidget();
  const visible = useShown('weight');
  const { weight } = model.tensors.value;
  const [rows, columns] = weight.shape.slice(2);
  const chosen = names.find((name) => {
    const cells = recentre(matrix(kernels[name]), rows, columns);
    return slices.every((slice) => sameArray(mapOf(weight, model.filter.value, slice), cells));
  });
  if (!visible) return null;
  return (
    <select
      class="slice-preset"
      data-no-export
      aria-label={label}
      value={chosen ?? 'own'}
      onChange={({ currentTarget: { value } }) => {
        const name = names.find((known) => known === value);
        if (name) model.setSlices(slices, matrix(kernels[name]));
      }}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {t(`kernel.${name}`)}
        </option>
      ))}
      {!chosen && <option value="own">{k('own')}</option>}
    </select>
  );
}
