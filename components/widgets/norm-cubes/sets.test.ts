import { describe, expect, it } from 'vitest';
import { divisorsOf, setsOf, type NormName } from './sets.ts';

const shape = [3, 4, 5, 5];

describe('sets of a tensor of 3 images, 4 channels and 5 × 5 cells', () => {
  // FACTS 3.12, "Cube N=3,C=4,5×5".
  it.each<[NormName, number, number]>([
    ['batch', 4, 75],
    ['layer', 3, 100],
    ['rms', 3, 100],
    ['instance', 12, 25],
    ['group', 6, 50],
  ])('of %s norm are %i, each of %i values', (norm, count, values) => {
    expect(setsOf(norm, shape, 2)).toMatchObject({ count, values });
  });

  it('are none without a norm', () => {
    expect(setsOf('none', shape, 2)).toBeUndefined();
  });
});

describe('the set of a map', () => {
  const norms: NormName[] = ['batch', 'layer', 'rms', 'instance', 'group'];

  it.each(norms)(
    'of %s norm: every set has as many maps as it should, and none is left out',
    (norm) => {
      for (const [images, channels, groups] of [
        [1, 1, 1],
        [3, 4, 2],
        [8, 8, 4],
        [2, 6, 3],
      ]) {
        const sets = setsOf(norm, [images, channels, 2, 3], groups);
        if (!sets) throw new Error('There are sets');
        const maps = new Map<number, number>();
        for (let n = 0; n < images; n++) {
          for (let c = 0; c < channels; c++) {
            const set = sets.setOf(n, c);
            maps.set(set, (maps.get(set) ?? 0) + 1);
          }
        }
        expect([...maps.keys()].sort((a, b) => a - b)).toEqual(
          Array.from({ length: sets.count }, (_, set) => set),
        );
        expect(new Set([...maps.values()].map((count) => count * 6))).toEqual(
          new Set([sets.values]),
        );
      }
    },
  );

  it('is that of layer norm with one group, and that of instance norm with as many as channels', () => {
    for (const [groups, norm] of [
      [1, 'layer'],
      [4, 'instance'],
    ] as const) {
      const [grouped, other] = [setsOf('group', shape, groups), setsOf(norm, shape, groups)];
      for (let n = 0; n < 3; n++) {
        for (let c = 0; c < 4; c++) expect(grouped?.setOf(n, c)).toBe(other?.setOf(n, c));
      }
    }
  });

  it('has another hue than its neighbours', () => {
    const sets = setsOf('instance', [8, 8, 1, 1], 1);
    for (let n = 0; n < 7; n++) {
      for (let c = 0; c < 7; c++) {
        const hue = sets?.hueOf(sets.setOf(n, c));
        expect(hue).not.toBe(sets?.hueOf(sets.setOf(n + 1, c)));
        expect(hue).not.toBe(sets?.hueOf(sets.setOf(n, c + 1)));
      }
    }
  });
});

it('channels can be dealt out into as many groups as divide them', () => {
  expect(divisorsOf(8)).toEqual([1, 2, 4, 8]);
  expect(divisorsOf(7)).toEqual([1, 7]);
  expect(divisorsOf(6)).toEqual([1, 2, 3, 6]);
});
