import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { ndArray, withValue } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { silentFilter, silentImage } from './challenges.ts';
import compute from './compute.ts';
import { params as schema, type Params } from './params.ts';

type Change = Partial<Params>;

/** Whether a challenge is met in a figure that a reader has changed. */
async function met(challenge: typeof silentImage, figure: Change, change: Change = {}) {
  const params = completed(schema, { ...figure, ...change });
  return challenge(params, await resultOf(compute, params));
}

const flat = (value: number): number[] => Array<number>(25).fill(value);
const drawn = (rows: string): number[] => Array.from(rows, (digit) => Number(digit) / 10);
const ring = drawn('1111119991191911999111111');
const plus = drawn('0000000900099900090000000');
const corner = drawn('2222222222229992299922999');

const batch = (...images: number[][]) => ndArray([images.length, 1, 5, 5], images.flat());

/** The default filters with another weight in the middle of the fourth. */
const fourth = (weight: number) => withValue(schema.weight.default, 31, weight);

describe('an image that no filter answers to', () => {
  const figure = { images: batch(ring, plus, corner) };
  const white = { images: batch(ring, flat(1), corner) };

  it('is not there at first', async () => {
    expect(await met(silentImage, figure)).toBe(false);
  });

  it.each<[string, Change]>([
    ['a black image', { images: batch(ring, flat(0), corner) }],
    ['a white image and a fourth filter that sees change only', { ...white, weight: fourth(-1) }],
    ['a batch of two', { images: batch(ring, flat(0)) }],
  ])('is %s', async (_, change) => {
    expect(await met(silentImage, figure, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['a white image, of which the fourth filter takes the mean', white],
    ['the fourth filter alone', { weight: fourth(-1) }],
    ['filters of zeros, which silence the others as well', { weight: ndArray([1, 1, 1, 1], [0]) }],
    ['the first image instead', { images: batch(flat(0), plus, corner) }],
    ['a batch all black', { images: batch(flat(0), flat(0), flat(0)) }],
    ['a batch of one', { images: batch(flat(0)) }],
    ['a replacement that is only tried out', { changed: 1 }],
  ])('is not %s', async (_, change) => {
    expect(await met(silentImage, figure, change)).toBe(false);
  });
});

describe('a filter that answers to no image', () => {
  const filters = (...first: number[]) => ({
    weight: ndArray([3, 1, 2, 2], [...first, -1, 1, -1, 1, 0, 1, -1, 0]),
  });
  const figure = filters(1, 1, 1, 1);

  it('is not there at first', async () => {
    expect(await met(silentFilter, figure)).toBe(false);
  });

  it.each<[string, Change]>([
    ['all negative', filters(-1, -1, -1, -1)],
    ['negative more than positive', filters(-9, 0.5, 0.5, -9)],
  ])('is %s', async (_, change) => {
    expect(await met(silentFilter, figure, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['all zeros', filters(0, 0, 0, 0)],
    ['all nearly zero', filters(-1e-7, -1e-7, -1e-7, -1e-7)],
    ['negative but for one', filters(-1, -1, -1, 1)],
    ['negative without ReLU', { ...filters(-1, -1, -1, -1), activation: 'identity' }],
    ['before a black batch', { images: batch(flat(0)) }],
    ['alone', { weight: ndArray([1, 1, 2, 2], [-1, -1, -1, -1]) }],
  ])('is not %s', async (_, change) => {
    expect(await met(silentFilter, figure, change)).toBe(false);
  });
});
