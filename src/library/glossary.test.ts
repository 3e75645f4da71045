import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { termOf } from './glossary.ts';

// A YAML reader refuses the same id twice, so ids need no check of their own.
const ids = Object.keys(parse(readFileSync('content/glossary.yaml', 'utf8')) as object);
const terms = ids.map((id) => ({ id, ...termOf(id) }));

const katakana = /[ァ-ヶ]/g;
const toHiragana = (text: string): string =>
  text.replace(katakana, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60));

const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

describe('the glossary', () => {
  it('has every word of every term', () => {
    expect(terms.length).toBeGreaterThan(100);
    for (const { id, ja, yomi, en, meaning } of terms) {
      const words = [...ja, yomi, en, meaning.ja, meaning.en];
      expect(
        words.filter((word) => word !== word.trim() || word === ''),
        id,
      ).toEqual([]);
    }
  });

  it('names nothing twice, in either language', () => {
    expect(repeated(terms.flatMap(({ ja }) => ja))).toEqual([]);
    expect(repeated(terms.map(({ en }) => en.toLowerCase()))).toEqual([]);
  });

  it('means something in each language', () => {
    expect(terms.filter(({ meaning }) => !/[ぁ-んァ-ヶ一-龠]/.test(meaning.ja))).toEqual([]);
    expect(terms.filter(({ en, meaning }) => /[ぁ-んァ-ヶ一-龠]/.test(en + meaning.en))).toEqual(
      [],
    );
  });

  it('reads the preferred form, in hiragana: what is kana in it is in its reading too', () => {
    for (const { id, ja, yomi } of terms) {
      expect(yomi, id).toMatch(/^[ぁ-ゖー]+$/);
      const kana = ja[0].replace(/（.*）/, '').match(/[ぁ-ゖァ-ヶー]+/g) ?? [];
      const unread = kana.filter((part) => !yomi.includes(toHiragana(part)));
      expect(unread, `${ja[0]}: ${yomi}`).toEqual([]);
      if (kana.join('') === ja[0]) expect(yomi).toBe(toHiragana(ja[0]));
    }
  });

  it.each(['wait', 'toString', ''])('has no term “%s”', (id) => {
    expect(() => termOf(id)).toThrow(`“${id}”`);
  });
});
