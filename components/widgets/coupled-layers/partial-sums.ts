/**
 * What is predicted with the changes of all orders up to each: `before`, before + first, … up to `after`.
 *
 * In a deep chain the orders may be as large as ten to the power of fourteen, and cancel to a few
 * hundreds. So what comes before the largest is summed up from the start, and what comes after it from
 * the end: on neither side is a small sum made of large terms.
 * @returns one more than there are changes
 */
export function partialSums(
  before: number,
  changes: readonly number[],
  after: number,
): readonly number[] {
  const sizes = changes.map(Math.abs);
  const largest = Math.max(sizes.indexOf(Math.max(...sizes)), 1);
  const sums = [before];
  for (const change of changes.slice(0, largest)) sums.push(sums[sums.length - 1] + change);
  const fromEnd = [after];
  for (const change of changes.slice(largest + 1).reverse()) fromEnd.unshift(fromEnd[0] - change);
  return [...sums, ...fromEnd].slice(0, changes.length + 1);
}
