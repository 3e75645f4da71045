import { useWidget } from '#kit/context.ts';
import { sameArray, type NdArray } from '#nd/nd-array.ts';
import { SelectField } from './select-field.tsx';

const OWN = 'own';

export type PresetFieldProps<T> = {
  readonly label: string;
  /** The tensor param that the presets are for. */
  readonly name: string;
  readonly value: NdArray;
  readonly presets: Readonly<Record<string, T>>;
  readonly make: (preset: T) => NdArray;
  readonly wordOf: (name: string) => string;
  readonly onChoose: (array: NdArray) => void;
};

/** Named arrays for a tensor; “own” stands in the list as long as the tensor is none of them. */
export function PresetField<T>({
  label,
  name,
  value,
  presets,
  make,
  wordOf,
  onChoose,
}: PresetFieldProps<T>) {
  const { k } = useWidget();
  const chosen =
    Object.keys(presets).find((preset) => sameArray(value, make(presets[preset]))) ?? OWN;
  const options = Object.keys(presets).map((preset) => ({ value: preset, label: wordOf(preset) }));
  if (chosen === OWN) options.push({ value: OWN, label: k('own') });
  return (
    <SelectField
      label={label}
      name={name}
      value={chosen}
      options={options}
      onChange={(preset) => {
        if (Object.hasOwn(presets, preset)) onChoose(make(presets[preset]));
      }}
    />
  );
}
