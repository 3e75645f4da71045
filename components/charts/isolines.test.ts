import { describe, expect, it } from 'vitest';
import { matrix, tabulate } from '#nd/nd-array.ts';
import { isoline } from './isolines.ts';

const pieces = (path: string): number[][] =>
  path
    .split('M')
    .slice(1)
    .map((piece) => piece.split(/[L ]/).map(Number));

const slope = matrix([
  [0, 4],
  [0, 4],
]);
const saddle = matrix([
  [1, 0],
  [0, 1],
]);

describe('a line of one level', () => {
  it('runs straight between places, by how near each is to the level', () => {
    expect(isoline(slope, 1)).toBe('M0.25 0L0.25 1');
    expect(isoline(slope, 5)).toBe('');
  });

  it('goes around a hill, at its height everywhere', () => {
    const hill = tabulate([21, 21], (row, column) => Math.hypot(row - 10, column - 10));
    const all = pieces(isoline(hill, 6));
    expect(all.length).toBeGreaterThan(30);
    for (const [ax, ay, bx, by] of all) {
      expect(Math.hypot(ay - 10, ax - 10)).toBeCloseTo(6, 1);
      expect(Math.hypot(by - 10, bx - 10)).toBeCloseTo(6, 1);
    }
  });

  it('joins the corners of a saddle that its middle belongs to', () => {
    const [below, above] = [isoline(saddle, 0.4), isoline(saddle, 0.6)].map(pieces);
    // Each piece cuts off a low corner, or a high one.
    expect(below).toEqual([
      [0.6, 0, 1, 0.4],
      [0.4, 1, 0, 0.6],
    ]);
    expect(above).toEqual([
      [0, 0.4, 0.4, 0],
      [1, 0.6, 0.6, 1],
    ]);
  });

  it('leaves out what is not known', () => {
    const gap = { shape: [2, 2], data: Float32Array.of(0, 4, NaN, 4) };
    expect(isoline(gap, 1)).toBe('');
  });
});
