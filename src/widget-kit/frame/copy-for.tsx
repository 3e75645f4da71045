import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { copyStrings, type CopyKey } from '#i18n/copy-strings.ts';
import { localeNames, locales, type Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { oEmbedPath, pathTo, siteAddress } from '../addresses.ts';
import { controlNames, useWidget } from '../context.ts';
import { encodeLink } from '../link.ts';
import { Copyable } from './copyable.tsx';
import { uiLevels, type UiLevel } from './frame.tsx';
import { QrCode, qrPng, qrSvg } from './qr-code.tsx';
import {
  optionsOf,
  sizes,
  snippetOf,
  snippetThemes,
  toolGroups,
  tools,
  type SnippetFigure,
  type Tool,
  type ToolGroup,
} from './snippets.ts';

type NamedTool = Exclude<Tool, 'html' | 'iframe'>;

/** What tools call themselves in every language. */
const names: Readonly<Record<NamedTool, string>> = {
  reveal: 'reveal.js',
  quarto: 'Quarto',
  slidev: 'Slidev',
  marp: 'Marp',
  jupyter: 'Jupyter',
  notion: 'Notion',
  moodle: 'Moodle',
  powerpoint: 'PowerPoint',
  keynote: 'Keynote',
  'google-slides': 'Google Slides',
  qiita: 'Qiita',
  zenn: 'Zenn',
};

const TOOL = 'seikika:tool';

/** The figure in its present state, as the tool of the reader's choice takes it. */
export function CopyFor() {
  const { widget, state, locale, k } = useWidget();
  const words = translator<CopyKey>(copyStrings, locale);
  const tool = useSignal<Tool>(rememberedTool());
  const choice = useChoice(locale);
  const title = useTitle(choice.locale);
  const figure: SnippetFigure = {
    site: siteAddress(),
    widget: widget.id,
    locale: choice.locale.value,
    title,
    query: encodeLink(widget.params, widget.version, state.params.value),
    theme: snippetThemes.find((theme) => theme === choice.theme.value),
    ui: choice.ui.value,
    controls: choice.controls.value,
    size: sizes.find(({ width }) => String(width) === choice.size.value),
  };
  const snippet = snippetOf(tool.value, figure);
  const nameOf = (name: Tool): string =>
    name === 'html' || name === 'iframe' ? words(`name.${name}`) : names[name];

  return (
    <div class="copy-for">
      <label class="tool">
        {words('tool')}{' '}
        <select
          value={tool.value}
          onChange={({ currentTarget }) => {
            tool.value = currentTarget.value as Tool;
            remember(tool.value);
          }}
        >
          {(Object.keys(toolGroups) as ToolGroup[]).map((group) => (
            <optgroup key={group} label={words(`group.${group}`)}>
              {toolGroups[group].map((name) => (
                <option key={name} value={name}>
                  {nameOf(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Options tool={tool.value} choice={choice} words={words} />
      <p>{words(`how.${tool.value}`, { export: k('export') })}</p>
      <Copyable
        key={tool.value}
        text={snippet}
        label={nameOf(tool.value)}
        rows={Math.min(8, 2 + snippet.split('\n').length)}
      />
      {isFilm(tool.value) && <Code link={snippet} words={words} name={widget.id} />}
      <p class="more">
        <a href={pathTo(locale, 'programming')}>{k('programming')}</a>
      </p>
    </div>
  );
}

const isFilm = (tool: Tool): boolean => toolGroups.film.some((film) => film === tool);

type Words = (key: CopyKey, values?: Readonly<Record<string, string>>) => string;

/** The link as a picture, for slides that cannot hold the figure itself. */
function Code({ link, words, name }: { link: string; words: Words; name: string }) {
  const { k } = useWidget();
  const files = { PNG: qrPng(link), SVG: qrSvg(link) };
  return (
    <div class="code">
      <QrCode link={link} label={k('qrLabel')} />
      <div>
        <p>{words('live')}</p>
        {files.PNG && (
          <a href={files.PNG} download={`${name}-qr.png`}>
            {words('qrPng')}
          </a>
        )}{' '}
        {files.SVG && (
          <a href={files.SVG} download={`${name}-qr.svg`}>
            {words('qrSvg')}
          </a>
        )}
      </div>
    </div>
  );
}

type Choice = {
  readonly locale: Signal<Locale>;
  readonly theme: Signal<string>;
  readonly ui: Signal<UiLevel>;
  readonly size: Signal<string>;
  readonly controls: Signal<readonly string[]>;
};

const useChoice = (locale: Locale): Choice => ({
  locale: useSignal(locale),
  theme: useSignal('auto'),
  ui: useSignal<UiLevel>('full'),
  size: useSignal('auto'),
  controls: useSignal<readonly string[]>([]),
});

type OptionsProps = { readonly tool: Tool; readonly choice: Choice; readonly words: Words };

function Options({ tool, choice, words }: OptionsProps) {
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

type ControlChoiceProps = { readonly chosen: Signal<readonly string[]>; readonly words: Words };

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

/** The figure's title. A page has the words of one language only; what oEmbed says has both. */
function useTitle(wanted: Signal<Locale>): string {
  const { widget, locale, t } = useWidget();
  const titles = useSignal<Partial<Record<Locale, string>>>({ [locale]: t('title') });
  const missing = titles.value[wanted.value] === undefined ? wanted.value : undefined;
  useEffect(() => {
    if (!missing) return;
    void fetch(oEmbedPath(missing, widget.id))
      .then((answer) => answer.json())
      .then(({ title }: { title: string }) => {
        titles.value = { ...titles.value, [missing]: title };
      })
      // Without the network it keeps the title of this page.
      .catch(() => undefined);
  }, [missing]);
  return titles.value[wanted.value] ?? t('title');
}

function rememberedTool(): Tool {
  try {
    const stored = localStorage.getItem(TOOL);
    return tools.find((tool) => tool === stored) ?? 'html';
  } catch {
    return 'html';
  }
}

function remember(tool: Tool): void {
  try {
    localStorage.setItem(TOOL, tool);
  } catch {
    // No storage in this frame: the list begins anew the next time.
  }
}
