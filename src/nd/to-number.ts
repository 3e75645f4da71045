/** A finite decimal number or fraction; a true minus sign counts as one. NaN for anything else. */
export function toNumber(word: string): number {
  const parts = word.normalize('NFKC').trim().replaceAll('−', '-').split('/');
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
