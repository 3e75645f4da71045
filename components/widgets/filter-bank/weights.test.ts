import { describe, expect, it } from 'vitest';
import { mapOf } from '#nd/maps.ts';
import { maxAbs, ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import {
  canGroup,
  firstChannel,
  fitWeight,
  mostGroups,
  sampleFilters,
  withKernelSide,
  type Layer,
} from './weights.ts';

/** Weights of 1 × 1 that say which filter and channel they belong to: 12 for channel 2 of filter 1. */
function named(layer: Layer): NdArray {
  const slices = layer.channels / layer.groups;
  const names = Array.from({ length: layer.filters * slices }, (_, index) => {
    const filter = Math.floor(index / slices);
    return 10 * (filter + 1) + firstChannel(filter, layer) + (index % slices) + 1;
  });
  return ndArray([layer.filters, slices, 1, 1], names);
}

function refitted(from: Layer, to: Partial<Layer>): number[] {
  return [...fitWeight(named(from), from.channels, { ...from, ...to }).data];
}

const layer: Layer = { channels: 4, filters: 4, groups: 1 };

describe('weights of another layer', () => {
  it('in more groups are those of the channels that are still seen', () => {
    expect(refitted(layer, { groups: 2 })).toEqual([11, 12, 21, 22, 33, 34, 43, 44]);
    expect(refitted(layer, { groups: 4 })).toEqual([11, 22, 33, 44]);
    expect(refitted({ ...layer, groups: 2 }, { groups: 4 })).toEqual([11, 22, 33, 44]);
  });

  it('in fewer groups are zero for the channels that were not seen, so that the output stays', () => {
    expect(refitted({ ...layer, groups: 2 }, { groups: 1 })).toEqual([
      ...[11, 12, 0, 0, 21, 22, 0, 0],
      ...[0, 0, 33, 34, 0, 0, 43, 44],
    ]);
    expect(refitted({ ...layer, groups: 4 }, { groups: 2 })).toEqual([11, 0, 0, 22, 33, 0, 0, 44]);
  });

  it('keep their slices, and have samples for filters and channels that are new', () => {
    expect(refitted(layer, { filters: 2 })).toEqual([11, 12, 13, 14, 21, 22, 23, 24]);
    const more = refitted(layer, { filters: 5 });
    expect(more.slice(0, 16)).toEqual([...named(layer).data]);
    expect(maxAbs(more.slice(16))).toBeGreaterThan(0);
    const channels = refitted({ channels: 2, filters: 2, groups: 1 }, { channels: 3 });
    expect([channels[0], channels[1], channels[3], channels[4]]).toEqual([11, 12, 21, 22]);
    expect(channels[2]).not.toBe(0);
  });

  it('see some channel in every group, whatever the groups were before', () => {
    for (const groups of [1, 2, 3, 6]) {
      for (const before of [1, 2, 3, 6]) {
        const six = { channels: 6, filters: 6, groups: before };
        const fitted = fitWeight(named(six), 6, { ...six, groups });
        expect(fitted.shape).toEqual([6, 6 / groups, 1, 1]);
        for (let filter = 0; filter < 6; filter++) {
          const slices = fitted.data.slice((filter * 6) / groups, ((filter + 1) * 6) / groups);
          expect(maxAbs(slices)).toBeGreaterThan(0);
        }
      }
    }
  });

  it('stay as they are where no grouping is possible, and find their way from there', () => {
    expect(refitted(layer, { groups: 3 })).toEqual([...named(layer).data]);
    const odd = fitWeight(named(layer), 4, { ...layer, groups: 3 });
    const three = fitWeight(odd, 4, { channels: 3, filters: 4, groups: 3 });
    expect(three.shape).toEqual([4, 4, 1, 1]);
    expect(fitWeight(three, 3, { channels: 3, filters: 3, groups: 3 }).shape).toEqual([3, 1, 1, 1]);
  });
});

describe('groups', () => {
  it('must divide channels and filters', () => {
    expect(canGroup({ channels: 4, filters: 6, groups: 2 })).toBe(true);
    expect(canGroup({ channels: 4, filters: 6, groups: 3 })).toBe(false);
    expect(canGroup({ channels: 6, filters: 4, groups: 3 })).toBe(false);
    expect(mostGroups({ channels: 3, filters: 4, groups: 4 })).toBe(1);
    expect(mostGroups({ channels: 6, filters: 4, groups: 4 })).toBe(2);
  });

  it('give each filter neighbouring channels of its own group', () => {
    const first = (groups: number): number[] =>
      [0, 1, 2, 3].map((filter) => firstChannel(filter, { channels: 8, filters: 4, groups }));
    expect(first(1)).toEqual([0, 0, 0, 0]);
    expect(first(2)).toEqual([0, 0, 4, 4]);
    expect(first(4)).toEqual([0, 2, 4, 6]);
  });
});

describe('another kernel side', () => {
  it.each([1, 2, 3, 4, 5])('of %i leaves no slice without weights', (side) => {
    const fitted = withKernelSide(sampleFilters(8, 3), side);
    expect(fitted.shape).toEqual([8, 3, side, side]);
    expect(fitted.data.length).toBe(sizeOf(fitted.shape));
    for (let index = 0; index < 24; index++) {
      const slice = mapOf(fitted, Math.floor(index / 3), index % 3);
      expect(maxAbs(slice.data)).toBeGreaterThan(0);
    }
  });

  it('keeps the middle, and a slice of zeros', () => {
    const grown = withKernelSide(ndArray([1, 2, 1, 1], [7, 0]), 3);
    expect([...grown.data]).toEqual([0, 0, 0, 0, 7, 0, 0, 0, 0, ...Array<number>(9).fill(0)]);
  });
});
