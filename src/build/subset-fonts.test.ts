import katex from 'katex';
import { expect, it } from 'vitest';
import { formulaTexts } from './subset-fonts.ts';

it('finds every formula of a page, and nothing beside it', () => {
  const formula = katex.renderToString('y_{ij} = b < \\sum_u w_u', { output: 'htmlAndMathml' });
  const html = `<p>before ${formula} between <span class="katex">${formula}</span> after</p>`;
  const texts = formulaTexts(html);
  expect(texts).toHaveLength(2);
  for (const text of texts) {
    for (const character of 'yij=b<∑uw') expect(text).toContain(character);
    expect(text).not.toMatch(/before|between|after|&|span/);
  }
});

it('a page without formulas has none', () => {
  expect(formulaTexts('<p>no <span>formula</span></p>')).toEqual([]);
});
