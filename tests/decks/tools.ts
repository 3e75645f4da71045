// Decks as slide tools make them, each with three figures between slides of text.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const figures = [
  '<seikika-widget id="one" widget="learn-filter" ui="min" theme="projector" state="v=1&steps=200&step=0" style="height:430px"></seikika-widget>',
  '<seikika-widget id="two" widget="norm-cubes" ui="min" theme="projector" style="height:430px"></seikika-widget>',
  '<seikika-widget id="three" widget="conv-filter" ui="min" theme="projector" controls="stride" style="height:430px"></seikika-widget>',
];

const slides = ['<h2>Before</h2>', ...figures, '<h2>After</h2>'];

/** Writes a deck into a folder, for the site at that address. */
export type Tool = (folder: string, site: string) => void;

const script = (site: string): string => `<script src="${site}/embed.js"></script>`;

const revealDist = 'node_modules/reveal.js/dist';
const read = (name: string): string => readFileSync(`${revealDist}/${name}`, 'utf8');

function revealPage(head: string, sections: readonly string[], options: object): string {
  const theme = read('theme/white.css').replace(/@import[^;]*;/g, '');
  return `<!doctype html><link rel="icon" href="data:,"><title>A deck</title>
    <style>${read('reveal.css')} ${theme}</style>${head}
    <div class="reveal"><div class="slides">${sections.join('')}</div></div>
    <script>${read('reveal.js')}</script>
    <script>Reveal.initialize(${JSON.stringify(options)});</script>`;
}

export const reveal: Tool = (folder, site) => {
  const sections = slides.map((slide) => `<section>${slide}</section>`);
  const page = revealPage(script(site), sections, { hash: true, width: 960, height: 700 });
  writeFileSync(join(folder, 'index.html'), page);
};

/** As Quarto makes them: sections of level 2 in divisions of cells, no script of ours, frames as they are. */
export const quarto: Tool = (folder, site) => {
  const sections = slides.map((slide, index) => {
    const content = slide.replace(
      /<seikika-widget id="(\w+)" widget="([\w-]+)".*/,
      `<div class="cell"><div class="cell-output cell-output-display"><iframe id="$1"
        src="${site}/en/embed/$2/?ui=min${slide.includes('stride') ? '&controls=stride' : ''}" width="960" height="560"
        style="border:0" title="A figure"></iframe></div></div>`,
    );
    return `<section id="slide-${index}" class="slide level2">${content}</section>`;
  });
  const options = {
    hash: true,
    transition: 'none',
    width: 1050,
    height: 700,
    margin: 0.1,
    center: false,
  };
  writeFileSync(join(folder, 'index.html'), revealPage('', sections, options));
};

export const slidev: Tool = (folder, site) => {
  const front =
    '---\ntheme: none\ntitle: A deck\nfonts: { provider: none }\ntransition: none\nfavicon: "data:,"\nbrowserExporter: true\n---';
  writeFileSync(join(folder, 'slides.md'), `${front}\n\n${slides.join('\n\n---\n\n')}\n`);
  const head = `<head>${script(site)}</head>`;
  writeFileSync(join(folder, 'index.html'), head);
  call('slidev', ['build', join(folder, 'slides.md'), '--out', join(folder, 'out')]);
};

export const marp: Tool = (folder, site) => {
  const front = '---\nmarp: true\n---';
  const text = `${front}\n\n${script(site)}\n\n${slides.join('\n\n---\n\n')}\n`;
  writeFileSync(join(folder, 'deck.md'), text);
  call('marp', ['--html', join(folder, 'deck.md'), '-o', join(folder, 'index.html')]);
};

function call(name: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(resolve(`node_modules/.bin/${name}`), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${name} failed: ${stdout}${stderr}`);
}
