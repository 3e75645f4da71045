import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { snippetOf, tools, type SnippetFigure } from '../../src/widget-kit/frame/snippets.ts';
import { lookOf, pageOf, stateOf, test } from './paste.ts';
import { expect, openFigure } from './support.ts';

const STATE = 'v=1&kernel=1x2:-1,1&stride=2';

/** Every option is used. */
const figureAt = (baseURL = ''): SnippetFigure => ({
  site: `${baseURL}/`,
  widget: 'conv-filter',
  locale: 'ja',
  title: '画像とフィルター',
  query: STATE,
  theme: 'projector',
  ui: 'min',
  controls: [],
});

/** The figure of a deck lives, in the state, language, theme and frame that were asked for. */
async function expectAlive(page: Page): Promise<void> {
  const frame = page.locator('iframe');
  await expect(frame).toHaveCount(1);
  await expect(frame).toHaveAttribute('title', '画像とフィルター');
  const inside = frame.contentFrame();
  await expect(inside.locator('[data-ready]')).toBeVisible({ timeout: 60_000 });
  expect(await stateOf(frame)).toBe(STATE);
  expect(await lookOf(page)).toEqual({ lang: 'ja', theme: 'projector', ui: 'min' });
  await expect(inside.locator('[data-stage]')).toBeInViewport({ ratio: 0.3 });
  await page.screenshot({ path: test.info().outputPath('figure.png') });
}

test('the panel gives each tool its snippet, with the present state and all that is chosen', async ({
  page,
  baseURL,
}) => {
  await openFigure(page, `/en/widgets/conv-filter/?${STATE}`);
  await page.getByRole('button', { name: 'Copy for …' }).click();
  const panel = page.locator('.copy-for');
  await panel.getByLabel('Language').selectOption('ja');
  await panel.getByLabel('Theme').selectOption('dark');
  await panel.getByLabel('Size').selectOption('640');
  await panel.locator('summary').click();
  await panel.getByLabel('stride').check();
  await panel.getByLabel('activation').check();
  await expect(panel.locator('summary')).toHaveText('only: stride, activation');
  await page.screenshot({ path: test.info().outputPath('panel.png') });
  const figure: SnippetFigure = {
    ...figureAt(baseURL),
    title: '1枚の画像と1つのフィルター',
    query: STATE,
    theme: 'dark',
    ui: 'full',
    controls: ['stride', 'activation'],
    size: { width: 640, height: 360 },
  };
  const text = panel.locator('textarea');
  for (const tool of tools) {
    await panel.getByLabel('Copy for').selectOption(tool);
    await expect(text).toHaveValue(snippetOf(tool, figure));
  }

  await panel.getByLabel('Copy for').selectOption('powerpoint');
  await page.screenshot({ path: test.info().outputPath('film.png') });
  for (const kind of ['PNG', 'SVG']) {
    const download = page.waitForEvent('download');
    await panel.getByRole('link', { name: kind }).click();
    const file = readFileSync(await (await download).path());
    expect((await download).suggestedFilename()).toBe(`conv-filter-qr.${kind.toLowerCase()}`);
    expect(file.toString('latin1')).toMatch(kind === 'PNG' ? /^.PNG/ : /^<svg/);
  }

  await page.reload();
  await page.getByRole('button', { name: 'Copy for …' }).click();
  await expect(panel.getByLabel('Copy for')).toHaveValue('powerpoint');
});

for (const tool of ['html', 'iframe', 'moodle'] as const) {
  test(`${tool}: the figure lives in a page of somebody else’s`, async ({
    page,
    baseURL,
    workshop,
  }) => {
    const snippet = snippetOf(tool, figureAt(baseURL));
    await workshop.write('index.html', pageOf(`<h1>A page</h1>${snippet}`));
    await workshop.open();
    await expectAlive(page);
  });
}

test('notion: the address alone is the figure', async ({ page, baseURL, workshop }) => {
  const snippet = snippetOf('notion', figureAt(baseURL));
  const frame = `<iframe title="画像とフィルター" width="100%" height="500" src="${snippet.replaceAll('&', '&amp;')}"></iframe>`;
  await workshop.write('index.html', pageOf(frame));
  await workshop.open();
  await expectAlive(page);
});

const REVEAL = 'node_modules/reveal.js/dist';
const reveal = (name: string): string => readFileSync(`${REVEAL}/${name}`, 'utf8');

const revealDeck = (slide: string, settings: string): string =>
  pageOf(`
  <style>${reveal('reveal.css')} ${reveal('theme/white.css').replace(/@import[^;]*;/g, '')}</style>
  <div class="reveal"><div class="slides">
    <section><h2>Before</h2></section>
    ${slide}
    <section><h2>After</h2></section>
  </div></div>
  <script>${reveal('reveal.js')}</script>
  <script>Reveal.initialize({ ${settings} });</script>`);

/** The slide with the figure is reached by a key, and left by a key that is pressed in the figure. */
async function expectTurned(page: Page, present: () => Promise<number>): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await expect.poll(present).toBe(1);
  await expectAlive(page);
  const box = await page.locator('iframe').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await page.keyboard.press('ArrowRight');
  await expect.poll(present).toBe(2);
}

const slideOfReveal = (page: Page) => () =>
  page.evaluate(() => (0, eval)('Reveal').getIndices().h as number);

test('reveal.js 6: the slide is pasted into the deck', async ({ page, baseURL, workshop }) => {
  const slide = snippetOf('reveal', figureAt(baseURL));
  await workshop.write('index.html', revealDeck(slide, 'hash: true'));
  await workshop.open();
  await expectTurned(page, slideOfReveal(page));
});

test('Quarto: the block is a slide of a revealjs deck', async ({ page, baseURL, workshop }) => {
  // What Quarto makes of a raw block under a heading of the second level, and its settings.
  const [, html] = /^```\{=html\}\n([^]*)\n```$/.exec(snippetOf('quarto', figureAt(baseURL))) ?? [];
  const slide = `<section id="the-figure" class="slide level2"><h2>The figure</h2>${html}</section>`;
  const settings = 'width: 1050, height: 700, margin: 0.1, center: false, hash: true';
  await workshop.write('index.html', revealDeck(slide, settings));
  await workshop.open();
  await expectTurned(page, slideOfReveal(page));
});

const markdownDeck = (head: string, snippet: string): string =>
  `---\n${head}\n---\n\n# Before\n\n---\n\n# A figure\n\n${snippet}\n\n---\n\n# After\n`;

test('Slidev: the block is pasted into a slide', async ({ page, baseURL, workshop }) => {
  test.setTimeout(180_000);
  // Slidev's own icon and fonts would come from elsewhere.
  const head = 'theme: none\ntitle: A deck\nfavicon: "data:,"\nfonts: { provider: none }';
  const deck = markdownDeck(head, snippetOf('slidev', figureAt(baseURL)));
  await workshop.write('slides.md', deck);
  await workshop.run('slidev', 'build', 'slides.md', '--out', 'out', '--base', '/out/');
  await workshop.open('out/');
  await expect(page.locator('h1').first()).toBeVisible();
  const slide = async () => Number(new URL(page.url()).pathname.split('/').at(-1) || 1) - 1;
  await expectTurned(page, slide);
});

test('Marp: the block is pasted into a slide', async ({ page, baseURL, workshop, silence }) => {
  // Marp's own page head, and that it hides slides by content-visibility.
  silence.allow(/apple-mobile-web-app-capable|subtree hidden by content-visibility/);
  const deck = markdownDeck('marp: true', snippetOf('marp', figureAt(baseURL)));
  await workshop.write('slides.md', deck);
  await workshop.run('marp', '--no-stdin', '--html', 'slides.md', '-o', 'index.html');
  await workshop.open();
  const slide = async () => Number(new URL(page.url()).hash.slice(1) || 1) - 1;
  await expectTurned(page, slide);
});

test('Jupyter: the cell’s output is the figure', async ({ page, baseURL, workshop }) => {
  const program =
    'import ast, sys; print(ast.literal_eval(ast.parse(sys.stdin.read()).body[1].value.args[0]))';
  const input = snippetOf('jupyter', figureAt(baseURL));
  const html = execFileSync('python3', ['-c', program], { input, encoding: 'utf8' });
  await workshop.write('index.html', pageOf('<div id="output"></div>'));
  await workshop.open();
  // JupyterLab sets an output's HTML and then makes its scripts anew, so that they run.
  await page.evaluate((text) => {
    const output = document.getElementById('output') as HTMLElement;
    output.innerHTML = text;
    for (const dead of output.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of dead.attributes) script.setAttribute(name, value);
      script.textContent = dead.textContent;
      dead.replaceWith(script);
    }
  }, html);
  await expectAlive(page);
});
