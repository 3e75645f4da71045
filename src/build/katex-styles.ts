import { readdir, readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import postcss, { type ChildNode } from 'postcss';

/**
 * Cuts KaTeX's rules down to those that the built pages use. Formulas are rendered while the site is
 * built, so its pages have every class that a formula will ever have.
 */
export function katexStyles(): AstroIntegration {
  return {
    name: 'katex-styles',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        const ending = (end: string) =>
          files.filter((file) => file.endsWith(end)).map((file) => posix.join(folder, file));
        const texts = (paths: readonly string[]) =>
          Promise.all(paths.map((path) => readFile(path, 'utf8')));
        const styles = ending('.css');
        const shorter = withUsedKatex(await texts(styles), await texts(ending('.html')));
        await Promise.all(styles.map((path, index) => writeFile(path, shorter[index])));
      },
    },
  };
}

/**
 * The site's stylesheets without KaTeX's selectors that match on no page, and without its fonts that
 * no rule and no page asks for any more; of a font, only its WOFF2 file. All else stays as it is, byte by byte.
 */
export function withUsedKatex(styles: readonly string[], pages: readonly string[]): string[] {
  const roots = styles.map((css) => postcss.parse(css));
  const classes = new Set(pages.flatMap(classesOf));
  for (const root of roots) {
    root.walkRules((rule) => {
      const used = rule.selectors.filter((selector) => canMatch(selector, classes));
      if (used.length === 0) drop(rule);
      else if (used.length < rule.selectors.length) rule.selectors = used;
    });
  }
  const fonts = new Set(pages.flatMap(fontsIn));
  for (const root of roots) {
    root.walkDecls(({ parent, value }) => {
      if (!isFontFace(parent)) fontsIn(value).forEach((font) => fonts.add(font));
    });
  }
  for (const root of roots) {
    root.walkAtRules('font-face', (face) => {
      face.walkDecls('font-family', ({ value }) => {
        if (fontsIn(value).some((font) => !fonts.has(font))) drop(face);
      });
      face.walkDecls('src', (source) => {
        source.value = source.value.replace(OLDER_FORMATS, '');
      });
    });
  }
  return roots.map(String);
}

/** Every browser that the figures run in reads the first of a font's files. */
const OLDER_FORMATS = /,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g;

function classesOf(html: string): string[] {
  const attributes = html.matchAll(/\bclass="([^"]*)"|\bclass=([^\s"'>]+)/g);
  return Array.from(attributes, ([, quoted, bare]) => quoted ?? bare).flatMap((names) =>
    names.split(/\s+/),
  );
}

function canMatch(selector: string, classes: ReadonlySet<string>): boolean {
  if (!selector.startsWith('.katex')) return true;
  const needed = selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g);
  return Array.from(needed).every(([, name]) => classes.has(name));
}

function fontsIn(text: string): string[] {
  return text.match(/\bKaTeX_\w+/g) ?? [];
}

function isFontFace(node: { readonly type: string; readonly name?: string } | undefined): boolean {
  return node?.type === 'atrule' && node.name === 'font-face';
}

/** Removes a node, and what holds it where nothing else remains there. */
function drop(node: ChildNode): void {
  const { parent } = node;
  node.remove();
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) drop(parent as ChildNode);
}
