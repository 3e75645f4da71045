import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { filmStrings, type FilmKey } from '#i18n/film-strings.ts';
import { localeNames, locales, type Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { toNumber } from '#nd/to-number.ts';
import { useWidget } from '../context.ts';
import { subjectsOf } from '../export/film-frames.ts';
import type { ExportChoice } from '../export/save-figure.ts';

/** Words of the form, in the language of the page. */
export function useFilmWords() {
  return translator<FilmKey>(filmStrings, useWidget().locale);
}

type FieldsProps = { readonly choice: Signal<ExportChoice> };

/** What can be chosen of a film. */
export function FilmFields({ choice }: FieldsProps) {
  const { widget } = useWidget();
  const f = useFilmWords();
  const subjects = subjectsOf(widget).map((subject) => [subject, f(subject)] as const);
  const { subject } = choice.value;
  return (
    <>
      {subjects.length > 1 && <Select choice={choice} name="subject" options={subjects} />}
      <Quantity choice={choice} name="width" min={160} max={3840} unit="px" />
      <Quantity choice={choice} name="rate" min={0.1} max={50} unit={f('perSecond')} />
      {subject === 'turn' ? (
        <Quantity choice={choice} name="seconds" min={1} max={60} unit={f('second')} />
      ) : (
        <Quantity choice={choice} name="hold" min={0} max={60} unit={f('second')} />
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
  const f = useFilmWords();
  const options = captions.map(
    (languages) =>
      [languages, languages.map((each) => localeNames[each]).join(' + ') || f('none')] as const,
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

function Quantity({
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
  const { k } = useWidget();
  const f = useFilmWords();
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal('');

  /** Takes what has been typed, or says why not and keeps what was there. Whether it was taken. */
  function commit(text: string): boolean {
    draft.value = undefined;
    // It is a float32: digits beyond these are none that anybody has typed.
    const number = Number(toNumber(text).toPrecision(6));
    const kept = { label: f(name), value: choice.value[name] };
    if (Number.isNaN(number)) {
      problem.value = k('badNumber', { word: text.slice(0, 20), ...kept });
    } else if (number < min || number > max) {
      problem.value = k('outOfRange', { min, max, ...kept });
    } else {
      choice.value = { ...choice.value, [name]: number };
      return true;
    }
    return false;
  }

  return (
    <Field name={name}>
      {(id) => (
        <>
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={draft.value ?? choice.value[name]}
            aria-invalid={problem.value !== ''}
            aria-describedby={`${id}-message`}
            onInput={({ currentTarget }) => {
              draft.value = currentTarget.value;
              // As in a figure's fields: not when the button is pressed, which would move away.
              problem.value = '';
            }}
            onChange={({ currentTarget }) => void commit(currentTarget.value)}
            onKeyDown={(event) => {
              // Else a film would be made of what the reader has not meant.
              if (event.key === 'Enter' && !commit(event.currentTarget.value))
                event.preventDefault();
            }}
          />{' '}
          {unit}
          <span id={`${id}-message`} role="alert">
            {problem.value}
          </span>
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
  const f = useFilmWords();
  const id = useId();
  return (
    <>
      <label for={id}>{f(name)}</label>
      <span>{children(id)}</span>
    </>
  );
}
