import { describe, expect, it } from 'vitest';
import { seededRandom } from '#nd/random.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { greyScale, signedScale, type ColourScale } from './cell-colour.ts';
import { levelsOf } from './colour-levels.ts';

/** The colour that the paths give to every cell, and how often each cell is covered. */
function painted(array: NdArray, scale: ColourScale) {
  const [rows, columns] = array.shape;
  const cells = Array.from({ length: rows * columns }, () => ({
    times: 0,
    className: '',
    amount: 0,
  }));
  for (const { className, amount, path } of levelsOf(array, scale)) {
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
    expect(runs.map(([run]) => run).join('')).toBe(path);
    for (const [, x, y, right, back] of runs) {
      expect(right).toBe(back);
      for (let step = 0; step < Number(right); step++) {
        const cell = cells[Number(y) * columns + Number(x) + step];
        Object.assign(cell, { times: cell.times + 1, className, amount });
      }
    }
  }
  return cells;
}

const random = seededRandom(7);
const noise = ndArray(
  [31, 64],
  Array.from({ length: 31 * 64 }, () => 4 * random() - 2),
);

describe.each([
  ['signed', signedScale(2)],
  ['grey', greyScale(-2, 2)],
] as const)('a map in %s colours', (_, scale) => {
  it('has every cell once, in its colour to within half a step', () => {
    painted(noise, scale).forEach(({ times, className, amount }, index) => {
      const wanted = scale(noise.data[index]);
      expect(times).toBe(1);
      expect(Math.abs(amount - wanted.amount)).toBeLessThan(0.011);
      if (wanted.amount > 0.011) expect(className).toBe(wanted.className);
    });
  });
});

it('a map of one colour is one rectangle a row', () => {
  const flat = ndArray([2, 30], Array<number>(60).fill(1));
  expect(levelsOf(flat, greyScale(0, 1))).toEqual([
    { className: 'grey', amount: 1, path: 'M0 0h30v1h-30zM0 1h30v1h-30z' },
  ]);
});
