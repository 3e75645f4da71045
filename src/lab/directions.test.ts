import { describe, expect, it } from 'vitest';
import { seededRandom } from '#nd/random.ts';
import { filterNormalized, filtersOf, randomDirection, weightLength } from './directions.ts';
import { initialize } from './initialize.ts';
import { parameterCount, type Network } from './network.ts';
import { dot, lengthOf, ofLength, orthogonalTo } from './vectors.ts';

const network: Network = {
  input: [2, 5, 5],
  layers: [
    { kind: 'conv', channels: 3, kernel: 3 },
    { kind: 'norm', norm: 'batch' },
    { kind: 'activation', name: 'relu' },
    { kind: 'global-average' },
    { kind: 'dense', units: 4 },
  ],
};

// 3 filters of 18 weights, 3 biases, 3 γ, 3 β, 4 units of 3 weights, 4 biases.
const count = parameterCount(network);
const others = [...Array.from({ length: 9 }, (_, at) => 54 + at), 75, 76, 77, 78];

const point = initialize(network, 'he', seededRandom(1)).data;
const drawn = randomDirection(network, count, seededRandom(2));
const normalized = filterNormalized(network, drawn, point);

describe('filters', () => {
  it('are the rows of dense weights and the kernels of a channel', () => {
    expect(filtersOf(network)).toEqual([
      [0, 18],
      [18, 36],
      [36, 54],
      [63, 66],
      [66, 69],
      [69, 72],
      [72, 75],
    ]);
  });

  it('are all that a random direction moves', () => {
    expect(others.every((at) => drawn[at] === 0 && normalized[at] === 0)).toBe(true);
    expect(drawn.filter((value) => value !== 0)).toHaveLength(count - others.length);
  });
});

describe('filter normalization, of FACTS 3.9', () => {
  it('makes each filter as long as it is in the network, and leaves its direction', () => {
    for (const [from, to] of filtersOf(network)) {
      const [d, before, theta] = [normalized, drawn, point].map((all) => all.subarray(from, to));
      expect(Math.abs(lengthOf(d) / lengthOf(theta) - 1)).toBeLessThan(1e-6);
      expect(dot(d, before) / (lengthOf(d) * lengthOf(before))).toBeCloseTo(1, 6);
    }
  });

  it('so makes the whole as long as all weights', () => {
    expect(lengthOf(normalized) / weightLength(network, point)).toBeCloseTo(1, 6);
    expect(weightLength(network, point)).toBeLessThan(lengthOf(point));
  });

  it('follows a network whose filters are scaled', () => {
    const scaled = point.slice();
    filtersOf(network).forEach(([from, to], filter) => {
      for (let at = from; at < to; at++) scaled[at] *= filter + 1;
    });
    const followed = filterNormalized(network, drawn, scaled);
    filtersOf(network).forEach(([from], filter) => {
      expect(followed[from]).toBeCloseTo((filter + 1) * normalized[from], 5);
    });
  });

  it('leaves filters of no length where they are', () => {
    expect(filterNormalized(network, new Float32Array(count), point).every((v) => v === 0)).toBe(
      true,
    );
    expect(filterNormalized(network, drawn, new Float32Array(count)).every((v) => v === 0)).toBe(
      true,
    );
  });
});

describe('vectors', () => {
  it('get another length, or stand at right angles', () => {
    expect(Array.from(ofLength(Float32Array.of(3, 4), 10))).toEqual([6, 8]);
    expect(Array.from(ofLength(Float32Array.of(0, 0), 10))).toEqual([0, 0]);
    const rest = orthogonalTo(drawn, point);
    expect(Math.abs(dot(rest, drawn))).toBeLessThan(1e-5 * lengthOf(rest) * lengthOf(drawn));
    expect(Array.from(orthogonalTo(new Float32Array(2), Float32Array.of(1, 2)))).toEqual([1, 2]);
  });
});
