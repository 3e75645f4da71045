import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { matrix, ndArray } from '#nd/nd-array.ts';
import { recentre } from '#nd/resample.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { edgesOnly, keepsSize } from './challenges.ts';
import compute from './compute.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { params as schema, type Params } from './params.ts';

type Challenge = typeof edgesOnly;
type Change = Partial<Params>;

/** Whether a challenge is met in a figure that a reader has changed. */
async function met(challenge: Challenge, figure: Change, change: Change = {}): Promise<boolean> {
  const params = completed(schema, { ...figure, ...change });
  return challenge(params, await resultOf(compute, params));
}

const filled = (side: number, weight: number) =>
  ndArray([side, side], Array(side * side).fill(weight));

/** Dark, with a bright corner of 5 × 4 cells. */
const corner = ndArray(
  [9, 9],
  Array.from({ length: 81 }, (_, index) => (index >= 36 && index % 9 > 4 ? 0.9 : 0.2)),
);

describe('zero where the image is flat, not zero at an edge', () => {
  const figure = { image: corner, kernel: matrix(kernels.identity) };

  it('is not met in the chapter’s figure as it comes', async () => {
    expect(await met(edgesOnly, figure)).toBe(false);
  });

  it.each<[string, Change]>([
    ['the Laplacian', { kernel: matrix(kernels.laplacian) }],
    ['Sobel’s kernels', { kernel: matrix(kernels.sobelX) }],
    ['the difference of two neighbours', { kernel: matrix([[-1, 1]]) }],
    [
      'a kernel of one’s own',
      {
        kernel: matrix([
          [-1, 0],
          [0, 1],
        ]),
      },
    ],
    ['any mean taken away from the middle', { kernel: matrix([[-0.25, 0.5, -0.25]]) }],
    ['another activation beside it', { kernel: matrix([[-1, 1]]), activation: 'sigmoid' }],
  ])('is met by %s', async (_, change) => {
    expect(await met(edgesOnly, figure, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['a kernel of zeros', { kernel: filled(3, 0) }],
    ['a single zero', { kernel: filled(1, 0) }],
    ['weights so small that nothing is seen', { kernel: matrix([[-1e-3, 1e-3]]) }],
    ['a blur', { kernel: matrix(kernels.blur) }],
    ['sharpening', { kernel: matrix(kernels.sharpen) }],
    ['a sum of nearly zero', { kernel: matrix([[-1, 1.001]]) }],
    ['a bias that cancels one of the two shades', { bias: -0.2 }],
    ['a bias beside a right kernel', { kernel: matrix([[-1, 1]]), bias: 1 }],
    ['ReLU, which hides what is negative', { kernel: filled(3, -1), activation: 'relu' }],
    ['an image all of one shade', { image: filled(9, 0.5), kernel: matrix([[-1, 1]]) }],
    ['an image of zeros', { image: filled(9, 0), kernel: filled(3, 1) }],
    ['an image without a flat place', { image: images.ramp(9), kernel: matrix([[-1, 1]]) }],
    [
      'a window too large for the bright corner',
      { kernel: recentre(matrix(kernels.laplacian), 7, 7) },
    ],
  ])('is not met by %s', async (_, change) => {
    expect(await met(edgesOnly, figure, change)).toBe(false);
  });
});

describe('dilation 2, and an output as large as the image', () => {
  const figure = { image: images.window(7), kernel: matrix(kernels.laplacian), dilation: 2 };

  it('is not met in the chapter’s figure as it comes', async () => {
    expect(await met(keepsSize, figure)).toBe(false);
  });

  it.each<[string, Change]>([
    ['padding 2', { padding: 2 }],
    ['padding 4 for a kernel of 5 × 5', { kernel: filled(5, 1), padding: 4 }],
    ['reflection', { padding: 2, paddingMode: 'reflect' }],
    ['an image that is not square', { padding: 2, image: ndArray([4, 9], Array(36).fill(1)) }],
  ])('is met by %s', async (_, change) => {
    expect(await met(keepsSize, figure, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['padding without dilation', { dilation: 1, padding: 1 }],
    ['dilation 3', { dilation: 3, padding: 3 }],
    ['a kernel of one cell, which dilation does not change', { kernel: filled(1, 1) }],
    ['too little padding', { padding: 1 }],
    ['too much padding', { padding: 3 }],
    ['the size of one axis only', { kernel: matrix([[1, 0, 1]]), padding: 2 }],
    ['a stride beside it', { padding: 2, stride: 2 }],
  ])('is not met by %s', async (_, change) => {
    expect(await met(keepsSize, figure, change)).toBe(false);
  });
});
