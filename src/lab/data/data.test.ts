import { describe, expect, it } from 'vitest';
import { batches } from '../batches.ts';
import { seedFor } from '../seeds.ts';
import { oneHot, sliceOf, standardized } from './data-set.ts';
import { drawGlyphs } from './glyphs.ts';
import { drawPlanar, planarNames } from './planar.ts';

describe('glyphs', () => {
  const options = { count: 40, side: 16, noise: 0, seed: 3 };

  it('are ten classes in turn, of ink between 0 and 1', () => {
    const { inputs, labels, classes } = drawGlyphs(options);
    expect(inputs.shape).toEqual([40, 1, 16, 16]);
    expect(classes).toHaveLength(10);
    expect(Array.from(labels.subarray(8, 12))).toEqual([8, 9, 0, 1]);
    expect(inputs.data.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    for (let one = 0; one < 40; one++) {
      const ink = inputs.data
        .subarray(one * 256, (one + 1) * 256)
        .reduce((sum, each) => sum + each, 0);
      expect(ink).toBeGreaterThan(12);
      expect(ink).toBeLessThan(140);
    }
  });

  it('are drawn by another hand each time, and alike from the same seed', () => {
    const first = drawGlyphs(options).inputs.data;
    expect(drawGlyphs(options).inputs.data).toEqual(first);
    expect(first.subarray(0, 256)).not.toEqual(first.subarray(2560, 2816));
    expect(drawGlyphs({ ...options, noise: 0.1 }).inputs.data).not.toEqual(first);
  });
});

describe('points of a plane', () => {
  it.each(planarNames)('%s lie where their shapes are', (name) => {
    const { inputs, labels } = drawPlanar(name, { count: 200, noise: 0, seed: 1 });
    expect(inputs.shape).toEqual([200, 2]);
    expect(Array.from(labels.subarray(0, 4))).toEqual([0, 1, 0, 1]);
    expect(inputs.data.every((place) => Math.abs(place) <= 2)).toBe(true);
  });
});

describe('a data set', () => {
  const set = drawPlanar('moons', { count: 50, noise: 0.2, seed: 2 });

  it('is standardized as a whole', () => {
    const { data } = standardized(set).inputs;
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(mean).toBeCloseTo(0, 5);
    expect(data.reduce((sum, value) => sum + value ** 2, 0) / data.length).toBeCloseTo(1, 5);
  });

  it('is cut, and its labels become ones among zeros', () => {
    const part = sliceOf(set, 10, 13);
    expect(part.inputs.shape).toEqual([3, 2]);
    expect(part.inputs.data[0]).toBe(set.inputs.data[20]);
    expect(oneHot(part)).toEqual({ shape: [3, 2], data: Float32Array.of(1, 0, 0, 1, 1, 0) });
  });
});

describe('batches', () => {
  it('take every example once before they take one again', () => {
    const order = batches(10, 5, 1);
    const epochs = Array.from({ length: 3 }, () => [...order.next().value, ...order.next().value]);
    for (const epoch of epochs)
      expect(epoch.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(epochs[0]).not.toEqual(epochs[1]);
  });

  it('pass over what does not fill one', () => {
    const order = batches(7, 3, 1);
    const first = [order.next().value, order.next().value].map((batch) => [...batch]).flat();
    expect(new Set(first).size).toBe(6);
  });

  it('cannot be larger than the data', () => {
    expect(() => batches(3, 4, 1).next()).toThrow(/3 examples do not fill a batch of 4/);
  });
});

it('every generator of a run has a seed of its own', () => {
  const seeds = [0, 1, 2].flatMap((seed) => [
    seedFor(seed, 'data'),
    seedFor(seed, 'weights'),
    seedFor(seed, 'batches'),
    ...Array.from({ length: 300 }, (_, step) => seedFor(seed, 'noise', step)),
  ]);
  expect(new Set(seeds).size).toBe(seeds.length);
});
