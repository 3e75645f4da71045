import type { Point } from './projection.ts';

/** A text at its place in the picture, in pixels. */
export type PlacedText = {
  readonly text: string;
  readonly point: Point;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** Height of a line, and what stays free between two texts side by side, in em. */
const LINE = 1.25;
const GAP = 0.6;

const segments = new Intl.Segmenter('ja', { granularity: 'word' });

/** Japanese words of more than one character, or of one that is no particle. */
const BEGINS = /^([\p{Script=Han}\p{Script=Katakana}]|\p{Script=Hiragana}.)/u;

/** Pieces of a text that lines may begin with: after a space, and Japanese words with their particles. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of segments.segment(text)) {
    const last = pieces.at(-1);
    if (last === undefined || last.endsWith(' ') || BEGINS.test(segment)) pieces.push(segment);
    else pieces.push(pieces.pop() + segment);
  }
  return pieces;
}

/** Puts a text into as few lines as hold its words in `most` pixels; a word that is longer stays whole. */
export function linesWithin(
  text: string,
  most: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of piecesOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + word).trimEnd()) <= most)
      lines.push(lines.pop() + word);
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

export type Line = { readonly text: string; readonly y: number };

/**
 * Lines of every text: those that stand in a row with their middles apart share the room between them, and
 * what needs more lines grows upwards.
 * @param em height of the letters, in pixels
 */
export function linesOf(
  all: readonly PlacedText[],
  em: number,
  widthOf: (text: string) => number,
): readonly (readonly Line[])[] {
  const isCentred = ({ anchor = 'middle' }: PlacedText): boolean => anchor === 'middle';
  return all.map((one) => {
    const beside = all.filter(
      (other) =>
        isCentred(other) && other !== one && Math.abs(other.point.y - one.point.y) < LINE * em,
    );
    const nearest = Math.min(...beside.map(({ point }) => Math.abs(point.x - one.point.x)));
    const most = isCentred(one) ? nearest - GAP * em : Infinity;
    const lines = linesWithin(one.text, most, widthOf);
    return lines.map((text, index) => ({
      text,
      y: one.point.y - (lines.length - 1 - index) * LINE * em,
    }));
  });
}
