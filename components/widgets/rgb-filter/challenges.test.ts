import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { matrix, ndArray } from '#nd/nd-array.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { recentre } from '#nd/resample.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { greenItself, redOnly } from './challenges.ts';
import compute from './compute.ts';
import { filters } from './filters.ts';
import { params as schema, type Params } from './params.ts';
import { pictures } from './pictures.ts';
import { mapSlices, stackOf } from './slices.ts';

type Change = Partial<Params>;

/** Whether a challenge is met in the default figure that a reader has changed. */
async function met(challenge: typeof redOnly, change: Change): Promise<boolean> {
  const params = completed(schema, change);
  return challenge(params, await resultOf(compute, params));
}

const pointwise = (...weights: number[]) => ndArray([3, 1, 1], weights);
const centred = (side: number) =>
  mapSlices(pointwise(1, -0.5, 0), (slice) => recentre(slice, side, side));
const none = matrix(kernels.identity.map((row) => row.map(() => 0)));
const identity = matrix(kernels.identity);

describe('not zero on red; zero on green, blue and grey', () => {
  it.each<[string, Change]>([
    ['red, less half the green, and a bias', { kernel: pointwise(1, -0.5, 0), bias: -0.1 }],
    ['the same, in the middle of 3 × 3', { kernel: centred(3), bias: -0.1 }],
    ['the same with a stride', { kernel: pointwise(1, -0.5, 0), bias: -0.1, stride: 2 }],
    ['the same twice over, with its sign turned', { kernel: pointwise(-2, 1, 0), bias: 0.2 }],
  ])('is met by %s', async (_, change) => {
    expect(await met(redOnly, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['nothing that is changed', {}],
    [
      'only red, which is in the green bar and in the grey too',
      { kernel: filters.onlyRed, bias: 0 },
    ],
    ['only red and a bias that cancels grey', { kernel: filters.onlyRed, bias: -0.2 }],
    ['red against green', { kernel: filters.redAgainstGreen, bias: 0 }],
    ['red against all others', { kernel: pointwise(1, -0.5, -0.5), bias: 0 }],
    ['the right slices without a bias', { kernel: pointwise(1, -0.5, 0), bias: 0 }],
    [
      'a ring of padding, where the bias shows',
      {
        kernel: pointwise(1, -0.5, 0),
        bias: -0.1,
        padding: 1,
      },
    ],
    ['a filter so large that it never stands on the bar', { kernel: centred(5), bias: -0.1 }],
    ['weights of zero', { kernel: pointwise(0, 0, 0), bias: 0 }],
    ['weights so small that nothing is seen', { kernel: pointwise(0.01, -0.005, 0), bias: -0.001 }],
    [
      'an image without red',
      {
        image: pictures.greyDisc(8),
        kernel: pointwise(1, -0.5, -0.5),
        bias: 0,
      },
    ],
    [
      'an image without blue',
      {
        image: pictures.squares(8),
        kernel: pointwise(1, -1, 0),
        bias: 0,
      },
    ],
  ])('is not met by %s', async (_, change) => {
    expect(await met(redOnly, change)).toBe(false);
  });
});

describe('the output is the green channel itself', () => {
  const right = { kernel: stackOf([none, identity, none]), bias: 0, padding: 1 };

  it.each<[string, Change]>([
    ['the identity in the green slice, padding 1', right],
    ['a filter of one cell', { kernel: pointwise(0, 1, 0), bias: 0 }],
  ])('is met by %s', async (_, change) => {
    expect(await met(greenItself, change)).toBe(true);
  });

  it.each<[string, Change]>([
    ['nothing that is changed', {}],
    [
      'the identity in all three slices',
      {
        ...right,
        kernel: stackOf([identity, identity, identity]),
      },
    ],
    [
      'the identity beside the slices that were there',
      {
        ...right,
        kernel: stackOf([matrix(kernels.sobelX), identity, none]),
      },
    ],
    ['a bias that is left', { ...right, bias: 0.5 }],
    ['no padding: the rim is missing', { ...right, padding: 0 }],
    ['too much padding', { ...right, padding: 2 }],
    ['the red channel', { kernel: filters.onlyRed, bias: 0 }],
    ['brightness', { kernel: filters.brightness, bias: 0 }],
    [
      'the red channel of a grey image',
      {
        image: pictures.greyDisc(8),
        kernel: filters.onlyRed,
        bias: 0,
      },
    ],
  ])('is not met by %s', async (_, change) => {
    expect(await met(greenItself, change)).toBe(false);
  });
});
