import type { NdArray } from '#nd/nd-array.ts';

type Corner = readonly [x: number, y: number, value: number];

/**
 * Where a field is exactly at a level, straight between the places at which it is known: the marching
 * squares. Four places around which the field is not known have no line.
 * @param field [rows, columns]
 * @returns a path, in places from the first column and the first row
 */
export function isoline({ shape: [rows, columns], data }: NdArray, level: number): string {
  const at = (row: number, column: number): Corner => [column, row, data[row * columns + column]];
  let path = '';
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const around = [
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ];
      path += segments(around, level);
    }
  }
  return path;
}

/** The one or two pieces of the line within four places, given in turn around them. */
function segments(around: readonly Corner[], level: number): string {
  if (around.some(([, , value]) => !Number.isFinite(value))) return '';
  const crossings = around.flatMap((from, index) => {
    const to = around[(index + 1) % 4];
    return from[2] < level === to[2] < level ? [] : [crossing(from, to, level)];
  });
  if (crossings.length === 0) return '';
  const [a, b, c, d] = crossings;
  if (crossings.length === 2) return `M${a}L${b}`;
  // A saddle: the level of its middle says which two corners are joined.
  const middle = around.reduce((sum, [, , value]) => sum + value, 0) / 4;
  const joined = middle < level === around[0][2] < level;
  return joined ? `M${a}L${b}M${c}L${d}` : `M${d}L${a}M${b}L${c}`;
}

function crossing([ax, ay, a]: Corner, [bx, by, b]: Corner, level: number): string {
  const part = (level - a) / (b - a);
  const along = (from: number, to: number): number =>
    Math.round(100 * (from + part * (to - from))) / 100;
  return `${along(ax, bx)} ${along(ay, by)}`;
}
