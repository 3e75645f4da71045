import { matrix, type NdArray } from './nd-array.ts';

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
export function parseMatrix(text: string): ParsedMatrix {
  if (/\.\.\.|…/.test(text)) return { problem: 'shortened' };
  if ((text.match(/\[\s*\[\s*[^[\s]/g) ?? []).length > 1) return { problem: 'several' };
  const lines = text.includes('[')
    ? Array.from(text.matchAll(/\[([^[\]]*)\]/g), (match) => match[1])
    : text.split(/[\n;]/);
  const rows = lines
    .map((line) => line.split(/[\s,;]+/).filter((word) => word !== ''))
    .filter((words) => words.length > 0);
  if (rows.length === 0) return { problem: 'empty' };
  const word = rows.flat().find((word) => Number.isNaN(toNumber(word)));
  if (word !== undefined) return { problem: 'not-a-number', word: word.slice(0, 20) };
  if (rows.some((row) => row.length !== rows[0].length)) return { problem: 'ragged' };
  return { matrix: matrix(rows.map((row) => row.map(toNumber))) };
}

/** A finite decimal number or fraction; a true minus sign counts as one. NaN for anything else. */
export function toNumber(word: string): number {
  const parts = word.trim().replaceAll('−', '-').split('/');
  if (
    parts.length > 2 ||
    !parts.every((part) => /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(part))
  ) {
    return NaN;
  }
  const [numerator, denominator = 1] = parts.map(Number);
  const value = Math.fround(numerator / denominator);
  return Number.isFinite(value) ? value : NaN;
}
