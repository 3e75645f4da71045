import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { localeNames, locales, type Locale } from '#i18n/locales.ts';
import { useWidget } from '../context.ts';
import { subjectsOf } from '../export/film-frames.ts';
import type { ExportChoice } from '../export/save-figure.ts';

type FieldsProps = { readonly choice: Signal<ExportChoice> };

/** What can be chosen of a film. */
export function FilmFields({ choice }: FieldsProps) {
  const { widget, k } = useWidget();
  const subjects = subjectsOf(widget).map((subject) => [subject, k(`film.${subject}`)] as const);
  const { subject } = choice.value;
  return (
    <>
      {subjects.length > 1 && <Select choice={choice} name="subject" options={subjects} />}
      <Number choice={choice} name="width" min={160} max={3840} unit="px" />
      <Number choice={choice} name="rate" min={0.1} max={50} unit={k('film.perSecond')} />
      {subject === 'turn' ? (
        <Number choice={choice} name="seconds" min={1} max={60} unit="s" />
      ) : (
        <Number choice={choice} name="hold" min={0} max={60} unit="s" />
      )}
    </>
  );
}

/** Pixels of a PNG. */
export function ScaleField({ choice }: FieldsProps) {
  const scales = [2, 4].map((scale) => [scale, `${scale}×`] as const);
  return <Select choice={choice} name="scale" options={scales} />;
}

const captions: readonly (readonly Locale[])[] = [
  [],
  ...locales.map((locale) => [locale]),
  locales,
];

/** Whether the figure's title and a line on it stand under it, and in which languages. */
export function CaptionField({ choice }: FieldsProps) {
  const { k } = useWidget();
  const options = captions.map(
    (languages) =>
      [
        languages,
        languages.map((each) => localeNames[each]).join(' + ') || k('film.none'),
      ] as const,
  );
  return <Select choice={choice} name="caption" options={options} />;
}

function Select<K extends Exclude<keyof ExportChoice, 'format'>>({
  choice,
  name,
  options,
}: FieldsProps & {
  readonly name: K;
  readonly options: readonly (readonly [value: ExportChoice[K], word: string])[];
}) {
  return (
    <Field name={name}>
      {(id) => (
        <select
          id={id}
          value={options.findIndex(([value]) => String(value) === String(choice.value[name]))}
          onChange={({ currentTarget }) => {
            const [value] = options[currentTarget.selectedIndex];
            choice.value = { ...choice.value, [name]: value };
          }}
        >
          {options.map(([, word], place) => (
            <option key={word} value={place}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Number({
  choice,
  name,
  min,
  max,
  unit,
}: FieldsProps & {
  readonly name: 'width' | 'rate' | 'seconds' | 'hold';
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}) {
  return (
    <Field name={name}>
      {(id) => (
        <>
          <input
            id={id}
            type="number"
            min={min}
            max={max}
            step="any"
            value={choice.value[name]}
            onChange={({ currentTarget }) => {
              const { valueAsNumber } = currentTarget;
              const value = Math.min(Math.max(valueAsNumber || min, min), max);
              currentTarget.value = String(value);
              choice.value = { ...choice.value, [name]: value };
            }}
          />{' '}
          {unit}
        </>
      )}
    </Field>
  );
}

function Field({
  name,
  children,
}: {
  readonly name: Exclude<keyof ExportChoice, 'format'>;
  readonly children: (id: string) => ComponentChildren;
}) {
  const { k } = useWidget();
  const id = useId();
  return (
    <>
      <label for={id}>{k(`film.${name}`)}</label>
      <span>{children(id)}</span>
    </>
  );
}
