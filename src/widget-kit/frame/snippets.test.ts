import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { isLive, snippetOf, toolGroups, tools, type SnippetFigure, type Tool } from './snippets.ts';

const SITE = 'https://example.org/course/';
const QUERY = 'v=1&kernel=1x2:-1,1&image=2x2~AACAPwAAAEAAAEBAAACAQA&paddingMode=same';

/** Nothing that a snippet may hold is harmless in all of them. */
const TITLE = `A "filter" & its <image>, it's \\ {{ 1 }} フィルター`;

const figure: SnippetFigure = {
  site: SITE,
  widget: 'conv-filter',
  locale: 'ja',
  title: TITLE,
  query: QUERY,
  theme: 'projector',
  ui: 'min',
  controls: ['stride', 'padding'],
};

type Attributes = Record<string, string>;

/** The one element of a name in some HTML, as its attributes. */
function attributesOf(html: string, selector: string): Attributes {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const found = [...document.querySelectorAll(selector)];
  expect(found, `${selector} in ${html}`).toHaveLength(1);
  return Object.fromEntries([...found[0].attributes].map(({ name, value }) => [name, value]));
}

const described = {
  widget: 'conv-filter',
  lang: 'ja',
  state: QUERY,
  theme: 'projector',
  ui: 'min',
  controls: 'stride padding',
  title: TITLE,
};

/** What Quarto makes of a raw block. */
const rawBlock = (markdown: string): string => {
  const [, html] = /^```\{=html\}\n([^]*)\n```$/.exec(markdown) ?? [];
  return html;
};

const markdown = (text: string): string => new MarkdownIt({ html: true }).render(text);

/** The HTML that comes out of the tool, before any script has run. */
const htmlIn: Partial<Record<Tool, (snippet: string) => string>> = {
  html: (snippet) => snippet,
  reveal: (snippet) => snippet,
  quarto: rawBlock,
  marp: markdown,
};

describe.each(Object.entries(htmlIn))('%s', (tool, read) => {
  const html = read(snippetOf(tool as Tool, figure));

  it('holds the element with all that is asked for', () => {
    expect(attributesOf(html, 'seikika-widget')).toMatchObject(described);
  });

  it('loads the element’s script', () => {
    expect(attributesOf(html, 'script')).toEqual({ src: `${SITE}embed.js`, async: '' });
  });

  it('leaves out what is as usual', () => {
    const plain = { ...figure, theme: undefined, ui: 'full', controls: [] } as const;
    expect(
      Object.keys(attributesOf(read(snippetOf(tool as Tool, plain)), 'seikika-widget')),
    ).toEqual(['widget', 'lang', 'state', 'title', ...(tool === 'html' ? [] : ['style'])]);
  });

  it('has the size that is asked for', () => {
    const sized = { ...figure, size: { width: 640, height: 360 } };
    expect(attributesOf(read(snippetOf(tool as Tool, sized)), 'seikika-widget').style).toBe(
      'width:640px;max-width:100%;height:360px',
    );
  });
});

it('Slidev gets elements that Vue makes as they are', () => {
  const html = markdown(snippetOf('slidev', figure));
  expect(html).not.toContain('<p>');
  expect(html).not.toContain('<script');
  expect(attributesOf(html, 'component[is="seikika-widget"]')).toMatchObject(described);
  expect(attributesOf(html, 'component[is="script"]')).toEqual({
    is: 'script',
    src: `${SITE}embed.js`,
    async: '',
  });
});

const python = ['/usr/bin/python3', 'python3'].find((path) => existsSync(path));

it.runIf(python)('Jupyter gets Python whose one string is the HTML', () => {
  const program = [
    'import ast, json, sys',
    'tree = ast.parse(sys.stdin.read())',
    'call = tree.body[1].value',
    'print(json.dumps([ast.dump(tree.body[0]), call.func.id, ast.literal_eval(call.args[0])]))',
  ].join('\n');
  const input = snippetOf('jupyter', figure);
  const told = execFileSync(python ?? '', ['-c', program], { input, encoding: 'utf8' });
  const [imported, called, html] = JSON.parse(told) as string[];
  expect(imported).toContain("ImportFrom(module='IPython.display'");
  expect(called).toBe('HTML');
  expect(attributesOf(html, 'seikika-widget')).toMatchObject(described);
  expect(attributesOf(html, 'script')).toEqual({ src: `${SITE}embed.js`, async: '' });
});

const embedded = `${SITE}ja/embed/conv-filter/?${QUERY}&theme=projector&ui=min&controls=stride,padding&fit=1`;

it.each(['iframe', 'moodle'] as const)('%s gets a frame that may do what a figure does', (tool) => {
  expect(attributesOf(snippetOf(tool, figure), 'iframe')).toEqual({
    src: embedded,
    title: TITLE,
    width: '100%',
    height: '600',
    style: 'border:0',
    loading: 'lazy',
    allow: 'fullscreen; clipboard-write; camera',
    sandbox: 'allow-scripts allow-same-origin allow-downloads allow-popups',
  });
  const sized = { ...figure, size: { width: 640, height: 360 } };
  expect(attributesOf(snippetOf(tool, sized), 'iframe')).toMatchObject({
    width: '640',
    height: '360',
  });
});

it('Notion gets the address of the frame', () => {
  expect(snippetOf('notion', figure)).toBe(embedded);
});

it.each([...toolGroups.film, ...toolGroups.article])('%s gets the link of the figure', (tool) => {
  const link = snippetOf(tool, figure);
  expect(isLive(tool)).toBe(false);
  expect(link).toBe(`${SITE}ja/widgets/conv-filter/?${QUERY}&theme=projector`);
  // A card is made of a line that is a link from end to end.
  const linked = new MarkdownIt({ linkify: true }).render(link);
  expect(attributesOf(linked, 'p > a').href.replaceAll('&amp;', '&')).toBe(link);
});

it('no snippet has an empty line, at which Markdown would end a block of HTML', () => {
  for (const tool of tools) {
    if (tool !== 'jupyter') expect(snippetOf(tool, figure)).not.toMatch(/\n\s*\n|\n$/);
  }
});
