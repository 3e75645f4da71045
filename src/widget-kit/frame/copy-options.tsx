import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { CopyKey } from '#i18n/copy-strings.ts';
import { localeNames, locales, type Locale } from '#i18n/locales.ts';
import type { Translate } from '#i18n/translate.ts';
import { controlNames, useWidget } from '../context.ts';
import { uiLevels, type UiLevel } from './frame.tsx';
import { optionsOf, sizes, snippetThemes, type Tool } from './snippets.ts';

/** How the figure is to look where it goes. */
export type Choice = {
  readonly locale: Signal<Locale>;
  readonly theme: Signal<string>;
  readonly ui: Signal<UiLevel>;
  readonly size: Signal<string>;
  readonly controls: Signal<readonly string[]>;
};

export const useChoice = (locale: Locale): Choice => ({
  locale: useSignal(locale),
  theme: useSignal('auto'),
  ui: useSignal<UiLevel>('full'),
  size: useSignal('auto'),
  controls: useSignal<readonly string[]>([]),
});

type CopyOptionsProps = {
  readonly tool: Tool;
  readonly choice: Choice;
  readonly words: Translate<CopyKey>;
};

/** What can be chosen for a tool. */
export function CopyOptions({ tool, choice, words }: CopyOptionsProps) {
  const has = optionsOf(tool);
  return (
    <div class="options">
      <Choose label={words('language')} value={choice.locale}>
        {locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
      </Choose>
      <Choose label={words('theme')} value={choice.theme}>
        {(['auto', ...snippetThemes] as const).map((theme) => ({
          value: theme,
          label: words(`theme.${theme}`),
        }))}
      </Choose>
      {has.includes('ui') && (
        <Choose label={words('ui')} value={choice.ui}>
          {uiLevels.map((ui) => ({ value: ui, label: words(`ui.${ui}`) }))}
        </Choose>
      )}
      {has.includes('size') && (
        <Choose label={words('size')} value={choice.size}>
          {[
            { value: 'auto', label: words('size.auto') },
            ...sizes.map(({ width, height }) => ({
              value: String(width),
              label: `${width} × ${height}`,
            })),
          ]}
        </Choose>
      )}
      {has.includes('controls') && choice.ui.value === 'full' && (
        <ControlChoice chosen={choice.controls} words={words} />
      )}
    </div>
  );
}

type ChooseProps<T extends string> = {
  readonly label: string;
  readonly value: Signal<T>;
  readonly children: readonly { readonly value: T; readonly label: string }[];
};

function Choose<T extends string>({ label, value, children }: ChooseProps<T>) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value.value}
        onChange={({ currentTarget }) => {
          value.value = currentTarget.value as T;
        }}
      >
        {children.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}

type ControlChoiceProps = {
  readonly chosen: Signal<readonly string[]>;
  readonly words: Translate<CopyKey>;
};

/** Which of the figure's controls show. */
function ControlChoice({ chosen, words }: ControlChoiceProps) {
  const surroundings = useWidget();
  const { widget, t } = surroundings;
  const asked = controlNames(surroundings);
  const params = Object.keys(widget.params).filter((name) => asked.has(name));
  if (params.length < 2) return null;
  const labels = chosen.value.map((name) => t(`param.${name}`)).join(', ');
  return (
    <>
      <span>{words('controls')}</span>
      <details>
        <summary>
          {labels ? words('controls.some', { names: labels }) : words('controls.all')}
        </summary>
        {params.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.value.includes(name)}
              onChange={({ currentTarget: { checked } }) => {
                chosen.value = params.filter((other) =>
                  other === name ? checked : chosen.value.includes(other),
                );
              }}
            />{' '}
            {t(`param.${name}`)}
          </label>
        ))}
      </details>
    </>
  );
}
