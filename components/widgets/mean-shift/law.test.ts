import { describe, expect, it } from 'vitest';
import { lawPlaces, productLaw } from './law.ts';

const kappa = (c: number): number =>
  (Math.sqrt(1 - c * c) + c * (Math.PI - Math.acos(c))) / Math.PI / 2;

describe('what an activation makes of a correlation', () => {
  it.each([0, 0.1, 0.31831, 0.6, 0.87154, 0.95, 0.98])('ReLU at %d, as in closed form', (c) => {
    const product = productLaw(lawPlaces.map((z) => Math.max(z, 0)));
    expect(Math.abs(product(c) - kappa(c))).toBeLessThan(1e-5);
  });

  it('is E[g]² at 0 and E[g²] at 1; a line stays a line', () => {
    const product = productLaw(lawPlaces.map((z) => 2 * z + 3));
    expect(product(0)).toBeCloseTo(9, 5);
    expect(product(0.5)).toBeCloseTo(11, 5);
    expect(product(1)).toBeCloseTo(13, 5);
  });
});
