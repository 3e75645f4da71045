import { describe, expect, it } from 'vitest';
import { normal, seededRandom, type Random } from './random.ts';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

describe('seededRandom', () => {
  it.each([
    [0, [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
    [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]],
    [42, [0.6011037519201636, 0.44829055899754167, 0.8524657934904099]],
  ])('seed %i keeps its first values for ever: links and figures rest on them', (seed, values) => {
    expect(draw(3, seededRandom(seed))).toEqual(values);
  });

  it('gives the same sequence for the same seed, however the draws are interleaved', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    const first = draw(100, a);
    draw(13, seededRandom(8));
    expect(draw(100, b)).toEqual(first);
  });

  it('gives different sequences for neighbouring seeds', () => {
    const starts = Array.from({ length: 1000 }, (_, seed) => seededRandom(seed)());
    expect(new Set(starts).size).toBe(1000);
  });

  it.each([0, 1, 1000, 5_000_000])('can start %i numbers on', (skip) => {
    const random = seededRandom(11);
    for (let count = 0; count < skip; count++) random();
    expect(draw(3, seededRandom(11, skip))).toEqual(draw(3, random));
  });

  it('stays in [0, 1), uniform in mean, variance and every tenth', () => {
    const values = draw(100_000, seededRandom(3));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const { mean, variance } = moments(values);
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / 100_000;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.005);
    }
  });
});

describe('normal', () => {
  it('has mean 0, variance 1 and the tails of the normal distribution', () => {
    const random = seededRandom(5);
    const values = draw(100_000, () => normal(random));
    const { mean, variance } = moments(values);
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    const share = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
    expect(Math.abs(share - 0.05)).toBeLessThan(0.004);
  });

  it.each([0, 1 - 2 ** -32])('is finite where the uniform source gives %d', (extreme) => {
    const source: Random = () => extreme;
    expect(Number.isFinite(normal(source))).toBe(true);
  });
});
