import katex from 'katex';
import { expect, it } from 'vitest';
import { faceTexts, formulaTexts } from './subset-fonts.ts';

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

it('finds what stands in one face', () => {
  const formula = katex.renderToString('\\mathbf{1} y_{ij} + \\sin \\theta');
  expect(faceTexts(formula, 'mathbf')).toEqual(['1']);
  expect(faceTexts(formula, 'mathnormal')).toEqual(['y', 'ij', 'θ']);
});
