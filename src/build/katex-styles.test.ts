import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { withUsedKatex } from './katex-styles.ts';

const formula = katex.renderToString('\\hat{x} = \\frac{x - \\mu}{\\sigma}');

function cut(css: string, html = formula): string {
  return withUsedKatex([css], [html])[0];
}

describe('withUsedKatex', () => {
  it('keeps the rules that a page uses and drops the others', () => {
    const used = '.katex{font:1.21em/1.2 KaTeX_Main}.katex .mfrac>span>span{text-align:center}';
    const unused =
      '.katex .boxpad{padding:0}.katex .mfrac.tag{margin:0}.katex-display.leqno{left:0}';
    expect(cut(used + unused)).toBe(used);
  });

  it('keeps of a list of selectors those that match', () => {
    expect(cut('.katex .mfrac,.katex .boxpad,.katex .vlist{top:0}')).toBe(
      '.katex .mfrac,.katex .vlist{top:0}',
    );
    expect(cut('.katex .boxpad,.boxpad{top:0}')).toBe('.boxpad{top:0}');
  });

  it('needs no class that a selector excludes', () => {
    const rule = '.katex .accent .accent-body:not(.accent-full){width:0}';
    expect(cut(rule)).toBe(rule);
  });

  it('looks into conditions and leaves none empty', () => {
    const used = '@media print{.katex .mfrac{color:#000}}';
    expect(cut(`${used}@media print{@supports (top:0){.katex .boxpad{top:0}}}`)).toBe(used);
    expect(cut('@media print{.katex .boxpad{top:0}p{top:0}}')).toBe('@media print{p{top:0}}');
  });

  it('keeps everything else byte by byte', () => {
    const css = `/* a */ p > .boxpad ,a{color : red;;}
@font-face{font-family:"Source Serif 4";src:url(a.woff2)}
@layer x; :root{--a: {b}; --empty:;}
.note .katex .boxpad { top:0 }\n@keyframes k{from{top:0}to{top:1px}}\n\n`;
    expect(cut(css)).toBe(css);
  });

  it('keeps the fonts that a remaining rule or a page asks for, in whichever stylesheet', () => {
    const face = (name: string) =>
      `@font-face{font-family:KaTeX_${name};src:url(KaTeX_${name}.woff2)}`;
    const rules = '.katex{font:1em KaTeX_Main}.katex .mathfrak{font-family:KaTeX_Fraktur}';
    const faces = ['Main', 'Fraktur', 'Script', 'Math', 'AMS'].map(face).join('');
    const symbol = '.symbol{font-family:KaTeX_Math}';
    const page = `${formula}<b style="font-family:KaTeX_AMS">b</b>`;
    expect(withUsedKatex([faces + rules, symbol], [page])).toEqual([
      `${['Main', 'Math', 'AMS'].map(face).join('')}.katex{font:1em KaTeX_Main}`,
      symbol,
    ]);
  });

  it('leaves of a font the newest of its files', () => {
    const face = (source: string) => `@font-face{font-family:KaTeX_Main;src:${source}}`;
    const sources = ['woff2', 'woff', 'ttf'].map((end) => `url(Main.${end})format("${end}")`);
    const rule = '.katex{font:1em KaTeX_Main}';
    expect(cut(face(sources.join()) + rule)).toBe(face(sources[0]) + rule);
  });
});
