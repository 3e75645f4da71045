import type { Locale } from '#i18n/locales.ts';
import type { UiLevel } from './frame.tsx';

/** Where a figure can be taken, and as what: alive in slides or pages, as a film, as an animation. */
export const toolGroups = {
  slides: ['reveal', 'quarto', 'slidev', 'marp'],
  pages: ['html', 'iframe', 'jupyter', 'notion', 'moodle'],
  film: ['powerpoint', 'keynote', 'google-slides'],
  article: ['qiita', 'zenn'],
} as const;

export type ToolGroup = keyof typeof toolGroups;
export type Tool = (typeof toolGroups)[ToolGroup][number];

export const tools: readonly Tool[] = Object.values(toolGroups).flat();

export const snippetThemes = ['light', 'dark', 'projector'] as const;

/** In CSS pixels; without one the figure takes the width of its place and the height that suits it. */
export type Size = { readonly width: number; readonly height: number };

export const sizes: readonly Size[] = [
  { width: 640, height: 360 },
  { width: 960, height: 540 },
  { width: 1280, height: 720 },
];

/** All that a snippet says of a figure. */
export type SnippetFigure = {
  /** Address of the site, with a slash at its end. */
  readonly site: string;
  readonly widget: string;
  readonly locale: Locale;
  readonly title: string;
  /** The state, as a link carries it. */
  readonly query: string;
  /** The reader's own if undefined. */
  readonly theme?: (typeof snippetThemes)[number];
  readonly ui: UiLevel;
  /** Names of the params whose controls show; all if empty. */
  readonly controls: readonly string[];
  readonly size?: Size;
};

/** What can be chosen beside the language and the theme, which every tool has. */
export type SnippetOption = 'ui' | 'controls' | 'size';

export function optionsOf(tool: Tool): readonly SnippetOption[] {
  if (!isLive(tool)) return [];
  return tool === 'notion' ? ['ui', 'controls'] : ['ui', 'controls', 'size'];
}

/** Whether the figure itself goes into the tool; elsewhere a picture of it goes, and a link. */
export const isLive = (tool: Tool): boolean =>
  [...toolGroups.slides, ...toolGroups.pages].some((live) => live === tool);

/** Height, in pixels, of what a slide leaves under its title, and of a frame in a page. */
const room = { reveal: 560, quarto: 560, slidev: 400, marp: 480, frame: 600 };

const snippets: Readonly<Record<Tool, (figure: SnippetFigure) => string>> = {
  html: (figure) => lines(script(figure), element(figure)),
  iframe: frame,
  reveal: (figure) =>
    lines('<section>', `  ${script(figure)}`, `  ${element(figure, room.reveal)}`, '</section>'),
  quarto: (figure) => lines('```{=html}', script(figure), element(figure, room.quarto), '```'),
  // Vue would take a script for its own, and warn of an element that it does not know. An export waits for
  // the picture.
  slidev: (figure) =>
    lines(
      '<div>',
      tag('component', { is: 'script', src: scriptAddress(figure), async: '' }),
      tag('component', {
        is: 'seikika-widget',
        ...elementAttributes(figure, room.slidev),
        'data-waitfor': '[part=picture]',
      }),
      '</div>',
    ),
  // Markdown leaves what stands in a block alone, up to an empty line.
  marp: (figure) => lines('<div>', script(figure), element(figure, room.marp), '</div>'),
  jupyter: (figure) =>
    lines(
      'from IPython.display import HTML',
      '',
      'HTML(',
      `    ${pythonText(script(figure))}`,
      `    ${pythonText(element(figure))}`,
      ')',
    ),
  notion: embedAddress,
  moodle: frame,
  powerpoint: figureLink,
  keynote: figureLink,
  'google-slides': figureLink,
  qiita: figureLink,
  zenn: figureLink,
};

/** What is pasted into a tool, so that it shows the figure as it is described. */
export const snippetOf = (tool: Tool, figure: SnippetFigure): string => snippets[tool](figure);

/** The figure's own page, in this state. */
export function figureLink({ site, locale, widget, query, theme }: SnippetFigure): string {
  return addressWith(`${site}${locale}/widgets/${widget}/`, query, { theme });
}

/** The page that is made for frames; it is told that its height is not its own. */
function embedAddress(figure: SnippetFigure): string {
  const { site, locale, widget, query, theme, controls } = figure;
  return addressWith(`${site}${locale}/embed/${widget}/`, query, {
    theme,
    ui: uiOf(figure),
    controls: controls.join(',') || undefined,
    fit: '1',
  });
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** A link's values stand as they are, so that they can be read: commas and colons may. */
function addressWith(page: string, query: string, more: Attributes): string {
  const added = given(more).map(([name, value]) => `${name}=${value}`);
  return new URL(`${page}?${[query, ...added].join('&')}`).href;
}

/** The tag of the figure's frame; also what oEmbed gives away. */
export function frame(figure: SnippetFigure): string {
  const { title, size } = figure;
  return tag('iframe', {
    src: embedAddress(figure),
    title,
    width: String(size?.width ?? '100%'),
    height: String(size?.height ?? room.frame),
    style: 'border:0',
    loading: 'lazy',
    allow: 'fullscreen; clipboard-write; camera',
    sandbox: 'allow-scripts allow-same-origin allow-downloads allow-popups',
  });
}

const scriptAddress = ({ site }: SnippetFigure): string => `${site}embed.js`;

const script = (figure: SnippetFigure): string =>
  tag('script', { src: scriptAddress(figure), async: '' });

const element = (figure: SnippetFigure, height?: number): string =>
  tag('seikika-widget', elementAttributes(figure, height));

function elementAttributes(figure: SnippetFigure, height?: number): Attributes {
  const { widget, locale, query, theme, controls, title, size } = figure;
  const ownSize = size && `width:${size.width}px;max-width:100%;height:${size.height}px`;
  return {
    widget,
    lang: locale,
    state: query,
    theme,
    ui: uiOf(figure),
    controls: controls.join(' ') || undefined,
    title,
    style: ownSize ?? (height ? `height:${height}px` : undefined),
  };
}

const uiOf = ({ ui }: SnippetFigure): string | undefined => (ui === 'full' ? undefined : ui);

const given = (attributes: Attributes): [name: string, value: string][] =>
  Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);

function tag(name: string, attributes: Attributes): string {
  const written = given(attributes).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`,
  );
  return `<${name}${written.join('')}></${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]);

/** A Python string in single quotes, on one line. */
const pythonText = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;

const lines = (...all: readonly string[]): string => all.join('\n');
