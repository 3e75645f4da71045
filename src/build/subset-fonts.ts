import { readdir, readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';

/** What remains of a variable font's axes; a font that is not named here has none. */
const axes: readonly { readonly name: RegExp; readonly weight: number }[] = [
  { name: /source-serif-/, weight: 400 },
];

/** Fonts of formulas that have a class of their own; the others may hold any character of a formula. */
const faces: readonly { readonly name: RegExp; readonly face: string }[] = [
  { name: /KaTeX_Main-Bold\./, face: 'mathbf' },
  { name: /KaTeX_Math-Italic\./, face: 'mathnormal' },
];

/** What the pages want of a font's layout: no small capitals, no old-style figures and no swashes. */
const FEATURES = ['ccmp', 'kern', 'liga', 'locl', 'mark'];

/** Cuts the fonts of the built site down to the characters that its pages use. */
export function subsetFonts(): AstroIntegration {
  return {
    name: 'subset-fonts',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        const pages = await Promise.all(
          files
            .filter((file) => file.endsWith('.html'))
            .map((file) => readFile(posix.join(folder, file), 'utf8')),
        );
        const characters = [...new Set(pages.join(''))].join('');
        const inFormulas = [...new Set(pages.flatMap(formulaTexts).join(''))].join('');
        const inFace = (face: string): string =>
          [...new Set(pages.flatMap((page) => faceTexts(page, face)).join(''))].join('');
        const inItalics = [...new Set(pages.flatMap(italicTexts).join('') + ASCII)].join('');
        for (const file of files.filter((name) => name.endsWith('.woff2'))) {
          const path = posix.join(folder, file);
          const weight = axes.find(({ name }) => name.test(file))?.weight;
          const face = faces.find(({ name }) => name.test(file))?.face;
          const used = /KaTeX/.test(file)
            ? (face && inFace(face)) || inFormulas
            : /italic/.test(file)
              ? inItalics
              : characters;
          const font = await subsetFont(await readFile(path), used, {
            targetFormat: 'woff2',
            // Letters of formulas stand apart; kerning them would be a third of the file.
            keepFeatures: /italic/.test(file) ? [] : FEATURES,
            noHinting: true,
            ...(weight === undefined ? {} : { variationAxes: { wght: weight } }),
          });
          await writeFile(path, font);
        }
      },
    },
  };
}

/** All that a figure may set in italics by itself. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** What a page sets in italics. */
export function italicTexts(html: string): string[] {
  return Array.from(html.matchAll(/<(?:em|i|cite)\b[^>]*>([^<]*)/g), ([, text]) => text);
}

/** What the formulas of a page set in one face. */
export function faceTexts(html: string, face: string): string[] {
  const spans = html.matchAll(new RegExp(`<span class="mord ${face}\\b[^>]*>([^<]*)`, 'g'));
  return Array.from(spans, ([, text]) => text);
}

const FORMULA = '<span class="katex-html"';

/** What the formulas of a page show, each without its tags. */
export function formulaTexts(html: string): string[] {
  const texts: string[] = [];
  for (let start = html.indexOf(FORMULA); start >= 0; start = html.indexOf(FORMULA, start + 1)) {
    const tags = html.slice(start).matchAll(/<(\/?)span\b/g);
    let depth = 0;
    for (const { 1: closing, index } of tags) {
      depth += closing ? -1 : 1;
      if (depth > 0) continue;
      texts.push(withoutTags(html.slice(start, start + index)));
      break;
    }
  }
  return texts;
}

function withoutTags(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
