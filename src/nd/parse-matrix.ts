import { matrix, type NdArray } from './nd-array.ts';
import { toNumber } from './to-number.ts';

export type ParsedMatrix =
  | { readonly matrix: NdArray }
  | {
      readonly problem: 'empty' | 'shortened' | 'not-a-number' | 'ragged' | 'several';
      readonly word?: string;
    };

/**
 * Reads a matrix from pasted text: CSV or space-separated lines, JSON rows, or what NumPy and
 * PyTorch print, e.g. `array([[1, 2], [3, 4]])`, `tensor([[1., 2.]])`. Fractions such as 1/9 count as numbers.
 */
export function parseMatrix(pasted: string): ParsedMatrix {
  // Japanese input writes digits, commas and brackets full-width.
  const text = pasted.normalize('NFKC').replaceAll('、', ',');
  if (/\.\.\.|…/.test(text)) return { problem: 'shortened' };
  if ((text.match(/\[\s*\[\s*[^[\s]/g) ?? []).length > 1) return { problem: 'several' };
  const bracketed = text.includes('[');
  const lines = bracketed
    ? Array.from(text.matchAll(/\[([^[\]]*)\]/g), (match) =>
        match[1].replace(/;\s*$/, '').split(';'),
      ).flat()
    : text.split(/[\n;]/);
  const rows = lines.map(wordsOf).filter((words) => bracketed || words.length > 0);
  if (rows.flat().every((word) => word === '')) return { problem: 'empty' };
  const word = rows.flat().find((word) => Number.isNaN(toNumber(word)));
  if (word !== undefined) return { problem: 'not-a-number', word: word.slice(0, 20) };
  if (rows.some((row) => row.length !== rows[0].length)) return { problem: 'ragged' };
  return { matrix: matrix(rows.map((row) => row.map(toNumber))) };
}

/** Words of a row; an empty cell between two commas or tabs is an empty word. */
function wordsOf(line: string): string[] {
  const words = line.trim().split(/\s*,\s*|\t|\s+/);
  if (words.at(-1) === '') words.pop();
  return words;
}
