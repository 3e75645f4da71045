import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { depthwise, sumToIdentity } from './challenges.ts';
import compute from './compute.ts';
import { params as schema, type Params } from './params.ts';
import { pictures, withChannels } from './pictures.ts';
import { sampleFilters } from './weights.ts';
import widget from './widget.ts';

type Challenge = typeof depthwise;
type Change = Partial<Params>;

/** Whether a challenge is met in a figure that a reader has changed. */
async function met(challenge: Challenge, figure: Change, change: Change = {}): Promise<boolean> {
  const params = completed(schema, { ...figure, ...change });
  return challenge(params, await resultOf(compute, params));
}

/** Filters of one slice each. */
const filters = (...slices: readonly (readonly (readonly number[])[])[]): NdArray =>
  ndArray([slices.length, 1, slices[0].length, slices[0][0].length], slices.flat(2));

const zero = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];
const less = (kernel: readonly (readonly number[])[]): number[][] =>
  kernel.map((row, r) => row.map((weight, c) => kernels.identity[r][c] - weight));

describe('two maps that add up to the input', () => {
  const figure = widget.examples['two-filters'] as Change;

  it('is not met in the example that it starts from', async () => {
    expect(await met(sumToIdentity, figure)).toBe(false);
  });

  it.each<[string, Change]>([
    ['a blur, and what it takes away', { weight: filters(kernels.blur, less(kernels.blur)) }],
    ['Sobel’s kernel and the rest', { weight: filters(less(kernels.sobelX), kernels.sobelX) }],
    ['two halves', { weight: filters([[0.5]], [[0.5]]), padding: 0 }],
    ['twice the image less once', { weight: filters([[2]], [[-1]]), padding: 0 }],
    [
      'biases that cancel each other',
      { weight: filters(kernels.blur, less(kernels.blur)), bias: ndArray([2], [1, -1]) },
    ],
  ])('is met by %s', async (_, change) => {
    expect(await met(sumToIdentity, figure, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['the identity and zero', { weight: filters(kernels.identity, zero) }],
    ['zero and the identity', { weight: filters(zero, kernels.identity) }],
    [
      'a zero that has a bias, and an identity that takes it back',
      { weight: filters(zero, kernels.identity), bias: ndArray([2], [0.5, -0.5]) },
    ],
    ['two identities', { weight: filters(kernels.identity, kernels.identity) }],
    ['a sum that is nearly the image', { weight: filters([[0.5]], [[0.499]]), padding: 0 }],
    [
      'a right pair without padding, whose maps are smaller than the image',
      { weight: filters(kernels.blur, less(kernels.blur)), padding: 0 },
    ],
    [
      'a right pair that ReLU cuts off',
      { weight: filters(kernels.sobelX, less(kernels.sobelX)), activation: 'relu' },
    ],
    ['three filters', { weight: filters([[0.5]], [[0.25]], [[0.25]]), padding: 0 }],
    [
      'an image of one shade',
      {
        image: ndArray([1, 5, 5], Array<number>(25).fill(0.5)),
        weight: filters([[0.5]], [[0.5]]),
        padding: 0,
      },
    ],
    [
      'an image of two channels',
      {
        image: withChannels(ndArray([1, 8, 8], images.disc(8).data), 2),
        weight: ndArray([2, 2, 1, 1], [0.5, 0, 0.5, 0]),
        padding: 0,
      },
    ],
  ])('is not met by %s', async (_, change) => {
    expect(await met(sumToIdentity, figure, change)).toBe(false);
  });
});

describe('every map from one channel', () => {
  it('is not met by the figure as it opens, nor by groups of two', async () => {
    expect(await met(depthwise, {})).toBe(false);
    expect(await met(depthwise, widget.examples.grouped as Change)).toBe(false);
  });

  it.each<[string, Change]>([
    ['a filter for each channel', { weight: sampleFilters(3, 1), groups: 3 }],
    ['two filters for each channel', { weight: sampleFilters(6, 1), groups: 3 }],
    [
      'five channels',
      { image: withChannels(pictures.house(9), 5), weight: sampleFilters(5, 1), groups: 5 },
    ],
  ])('is met by %s', async (_, change) => {
    expect(await met(depthwise, {}, change)).toBe(true);
  });

  it.each<[string, Change]>([
    [
      'slices of zeros in a layer without groups',
      { weight: ndArray([3, 3, 1, 1], [1, 0, 0, 0, 1, 0, 0, 0, 1]) },
    ],
    ['filters of one cell, which still mix the channels', widget.examples.pointwise as Change],
    [
      'two channels',
      { image: withChannels(pictures.house(8), 2), weight: sampleFilters(2, 1), groups: 2 },
    ],
    [
      'one channel, which no filter mixes with another',
      { image: withChannels(pictures.house(8), 1), weight: sampleFilters(3, 1) },
    ],
    ['a filter of zeros', { weight: filters(kernels.sobelX, zero, kernels.sobelY), groups: 3 }],
    [
      'an image of one shade',
      {
        image: ndArray([3, 5, 5], Array<number>(75).fill(0.5)),
        weight: sampleFilters(3, 1),
        groups: 3,
      },
    ],
  ])('is not met by %s', async (_, change) => {
    expect(await met(depthwise, {}, change)).toBe(false);
  });
});
