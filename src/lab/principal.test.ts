import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '#nd/random.ts';
import { principalDirections } from './principal.ts';
import { dot, lengthOf } from './vectors.ts';

const cloud = (count: number, deviations: readonly number[], seed: number): Float32Array[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    Float32Array.from(deviations, (deviation) => 5 + deviation * normal(random)),
  );
};

describe('principal directions', () => {
  it('lie along the axes of a cloud that is long there, wherever it stands', () => {
    const { directions, shares } = principalDirections(cloud(150, [1, 9, 3], 1), 2);
    expect(Math.abs(directions[0][1])).toBeGreaterThan(0.99);
    expect(Math.abs(directions[1][2])).toBeGreaterThan(0.99);
    expect(shares[0]).toBeCloseTo(81 / 91, 1);
    expect(shares[1]).toBeCloseTo(9 / 91, 1);
  });

  it('are of length 1 and at right angles; as many as there are axes hold everything', () => {
    const points = cloud(30, [2, 1.9, 1], 2);
    const { directions, shares } = principalDirections(points, 3);
    directions.forEach((a, i) =>
      directions.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 5)),
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it('have no length where points do not differ', () => {
    const line = [0, 1, 5].map((t) => Float32Array.of(t, 2 * t, 1));
    const { directions, shares } = principalDirections(line, 2);
    expect(directions[0][1] / directions[0][0]).toBeCloseTo(2, 6);
    expect(shares).toEqual([expect.closeTo(1, 9), 0]);
    expect(lengthOf(directions[1])).toBe(0);
    expect(lengthOf(principalDirections([Float32Array.of(1, 2)], 1).directions[0])).toBe(0);
  });
});
