import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { rehypeKeptTogether } from './kept-together.ts';

const text = (value: string) => ({ type: 'text', value });
const term = { type: 'mdxJsxTextElement', name: 'Term', children: [text('kernel')] };
const base = { type: 'element', tagName: 'span', properties: { className: ['base'] } };
const formula = (count: number) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['katex'] },
  children: Array<typeof base>(count).fill(base),
});
const kept = (box: object, mark: string) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['kept-together'] },
  children: [box, text(mark)],
});

function together(...children: object[]): unknown {
  const tree = { type: 'root', children: [{ type: 'element', tagName: 'p', children }] };
  rehypeKeptTogether()(tree as unknown as Root);
  return tree.children[0].children;
}

describe('punctuation behind a box', () => {
  it('stays with a term', () => {
    expect(together(text('a '), term, text('. Then'))).toEqual([
      text('a '),
      kept(term, '.'),
      text(' Then'),
    ]);
    expect(together(term, text('」、次'))).toEqual([kept(term, '」、'), text('次')]);
  });

  it('stays with a formula that has no place to break at', () => {
    expect(together(formula(1), text(', so'))).toEqual([kept(formula(1), ','), text(' so')]);
    expect(together(formula(2), text(', so'))).toEqual([formula(2), text(', so')]);
  });

  it('is left where words follow', () => {
    expect(together(term, text(' is'))).toEqual([term, text(' is')]);
    expect(together(text('so'), text('. '))).toEqual([text('so'), text('. ')]);
  });
});
