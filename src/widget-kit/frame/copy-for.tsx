import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { copyStrings, type CopyKey } from '#i18n/copy-strings.ts';
import type { Locale } from '#i18n/locales.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import { oEmbedPath, pathTo, siteAddress } from '../addresses.ts';
import { useWidget } from '../context.ts';
import { encodeLink } from '../link.ts';
import { CopyOptions, useChoice } from './copy-options.tsx';
import { Copyable } from './copyable.tsx';
import { QrCode, qrPng, qrSvg } from './qr-code.tsx';
import {
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
    controls: choice.ui.value === 'full' ? choice.controls.value : [],
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
      <CopyOptions tool={tool.value} choice={choice} words={words} />
      <p>{words(`how.${tool.value}`, { export: k('export') })}</p>
      <Copyable
        key={tool.value}
        text={snippet}
        label={nameOf(tool.value)}
        rows={1 + snippet.split('\n').length}
      />
      {isFilm(tool.value) && <Code link={snippet} words={words} name={widget.id} />}
      <p>
        <a href={pathTo(locale, 'programming')}>{words('programming')}</a>
      </p>
    </div>
  );
}

const isFilm = (tool: Tool): boolean => toolGroups.film.some((film) => film === tool);

type CodeProps = {
  readonly link: string;
  readonly words: Translate<CopyKey>;
  readonly name: string;
};

/** The link as a picture, for slides that cannot hold the figure itself. */
function Code({ link, words, name }: CodeProps) {
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
