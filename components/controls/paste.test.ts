import { describe, expect, it } from 'vitest';
import { kitStrings, type KitKey } from '#i18n/kit-strings.ts';
import { locales } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { tensor } from '#kit/params.ts';
import { matrix } from '#nd/nd-array.ts';
import { readPastedMatrix } from './paste.ts';

const param = tensor({
  axes: [
    [2, 4],
    [2, 4],
  ],
  min: -9,
  max: 9,
  default: matrix([
    [0, 0],
    [0, 0],
  ]),
});

const english = translator<KitKey>(kitStrings, 'en');
const paste = (text: string) => readPastedMatrix(text, param, english);

describe('readPastedMatrix', () => {
  it('gives the matrix and no problem', () => {
    const expected = matrix([
      [1, 2],
      [-3, 0.5],
    ]);
    expect(paste('1 2\n−3 1/2')).toEqual({ matrix: expected });
    expect(paste('tensor([[1., 2.], [-3., 0.5]])')).toEqual({ matrix: expected });
  });

  it('takes the smallest and the largest size and value', () => {
    expect(paste('9 -9\n-9 9').problem).toBeUndefined();
    expect(paste('0 0 0 0\n'.repeat(4)).problem).toBeUndefined();
  });

  const problems: [string, string, RegExp][] = [
    ['nothing', '', /no matrix/],
    ['a shortened text', '[[1 2 ... 3]]', /shortened/],
    ['a word', '1 two\n3 4', /“two” is not a number/],
    ['ragged rows', '1 2\n3', /rows differ in length/],
    ['several matrices', '[[[1, 2]], [[3, 4]]]', /several/],
    ['too few rows', '1 2', /is 1 × 2; it must be 2 to 4 cells a side/],
    ['too many columns', '1 2 3 4 5\n1 2 3 4 5', /is 2 × 5; it must be 2 to 4/],
    ['a number that is too large', '1 2\n3 9.1', /between -9 and 9/],
    ['a number that is too small', '1 2\n3 -10', /between -9 and 9/],
  ];

  it.each(problems)('says what is wrong with %s, and gives no matrix', (_, text, words) => {
    expect(paste(text)).toEqual({ problem: expect.stringMatching(words) });
  });

  it.each(locales)('leaves no placeholder unfilled in %s', (locale) => {
    for (const [, text] of problems) {
      const { problem } = readPastedMatrix(text, param, translator<KitKey>(kitStrings, locale));
      expect(problem).not.toMatch(/[{}]|undefined/);
    }
  });

  it('does not print a word of any length', () => {
    expect(paste('x'.repeat(10_000)).problem?.length).toBeLessThan(100);
  });

  it('asks of each axis what that axis asks', () => {
    const wide = tensor({
      axes: [
        [1, 1],
        [2, 4],
      ],
      default: matrix([[0, 0]]),
    });
    expect(readPastedMatrix('1 2 3', wide, english)).toEqual({ matrix: matrix([[1, 2, 3]]) });
  });
});
