import { describe, expect, it } from 'vitest';
import { linesOf, linesWithin, type PlacedText } from './label-lines.ts';

/** Letters of ten pixels. */
const widthOf = (text: string): number => 10 * text.length;

const at = (text: string, x: number, y = 50, anchor?: PlacedText['anchor']): PlacedText => ({
  text,
  point: { x, y },
  anchor,
});

describe('linesWithin', () => {
  it('breaks between words where it must, and keeps a long word whole', () => {
    expect(linesWithin('one hue, one mean', 170, widthOf)).toEqual(['one hue, one mean']);
    expect(linesWithin('one hue, one mean', 100, widthOf)).toEqual(['one hue,', 'one mean']);
    expect(linesWithin('a normalization', 50, widthOf)).toEqual(['a', 'normalization']);
    expect(linesWithin('before [3,\u00a04]', 70, widthOf)).toEqual(['before', '[3,\u00a04]']);
  });

  it('breaks Japanese before a character that begins a word', () => {
    expect(linesWithin('正規化のあとの値', 50, widthOf)).toEqual(['正規化の', 'あとの値']);
  });
});

describe('linesOf', () => {
  it('leaves texts alone that do not meet', () => {
    expect(linesOf([at('one two', 0), at('three four', 200)], 10, widthOf)).toEqual([
      [{ text: 'one two', y: 50 }],
      [{ text: 'three four', y: 50 }],
    ]);
  });

  it('lets texts in a row share their room, upwards', () => {
    const [first, second] = linesOf([at('one two', 0), at('three four', 80)], 10, widthOf);
    expect(first).toEqual([{ text: 'one two', y: 50 }]);
    expect(second).toEqual([
      { text: 'three', y: 37.5 },
      { text: 'four', y: 50 },
    ]);
  });

  it('minds neither other rows nor texts that are not centred', () => {
    const others = [at('one two', 0), at('three four', 80, 80), at('five six', 40, 50, 'end')];
    expect(linesOf(others, 10, widthOf).map(({ length }) => length)).toEqual([1, 1, 1]);
  });
});
