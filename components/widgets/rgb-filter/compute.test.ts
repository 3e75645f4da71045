import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import { completed } from '#kit/link.ts';
import { matrix, maxAbs, maxDifference, ndArray, sameArray } from '#nd/nd-array.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { sampleParams } from '../../../tests/support/arbitrary-params.ts';
import compute, { type Result } from './compute.ts';
import { filters } from './filters.ts';
import { differenceOf } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { pictures } from './pictures.ts';
import { sliceOf, stackOf, withSlice } from './slices.ts';

const answerTo = (params: Partial<Params>) => computeInProcess(compute, completed(schema, params));

async function resultOf(params: Partial<Params>): Promise<Result> {
  const answer = await answerTo(params);
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer));
  return answer.result as Result;
}

const image = pictures.shapes(8);
const zero = matrix([[0]]);

describe('the partial maps', () => {
  it('add up with the bias to the output, in figures of every kind', async () => {
    const before = tf.memory().numTensors;
    const samples = sampleParams(schema, 120, 1) as unknown as Params[];
    let answers = 0;
    for (const params of samples) {
      const answer = await answerTo(params);
      if (answer.kind !== 'result') continue;
      answers += 1;
      const result = answer.result as Result;
      expect(result.partial.shape).toEqual([3, ...result.output.shape]);
      const size =
        params.kernel.data.length * maxAbs(params.image.data) * maxAbs(params.kernel.data);
      expect(differenceOf(params, result)).toBeLessThanOrEqual(
        1e-6 * (1 + size + Math.abs(params.bias)),
      );
    }
    expect(answers).toBeGreaterThan(60);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('are each the convolution of one channel with its own slice, and know nothing of the others', async () => {
    const { partial } = await resultOf({});
    for (const channel of [0, 1, 2]) {
      const alone = withSlice(
        ndArray([3, 8, 8], Array(192).fill(0)),
        channel,
        sliceOf(image, channel),
      );
      const { output } = await resultOf({ image: alone, bias: 0 });
      expect(maxDifference(output.data, sliceOf(partial, channel).data)).toBeLessThan(1e-6);
    }
  });

  it('hold no bias: that is added once, not once a channel', async () => {
    const [without, with2] = await Promise.all([resultOf({ bias: 0 }), resultOf({ bias: 2 })]);
    expect(sameArray(without.partial, with2.partial)).toBe(true);
    const moved = without.output.data.map((value, index) => with2.output.data[index] - value);
    expect(maxDifference(moved, Array(36).fill(2))).toBeLessThan(1e-6);
  });
});

it('the window that the figure opens with gives what one works out by hand', async () => {
  const { partial, output } = await resultOf({});
  const at = 2 * 6 + 4;
  const parts = [0, 1, 2].map((channel) => partial.data[channel * 36 + at]);
  // 4 × (0.9 − 0.5), 4 × (0.8 − 0.2), −0.2, and the bias 0.5.
  expect(maxDifference(parts, [1.6, 2.4, -0.2])).toBeLessThan(1e-6);
  expect(output.data[at]).toBeCloseTo(4.3, 5);
});

describe('the examples say what they are called', () => {
  const grey = pictures.greyDisc(8);

  it('only red: the output is the red channel', async () => {
    const { output } = await resultOf({ kernel: filters.onlyRed, bias: 0 });
    expect(sameArray(output, sliceOf(image, 0))).toBe(true);
  });

  it('brightness: a grey image comes out as it is', async () => {
    const settings = { image: grey, kernel: filters.brightness, bias: 0 };
    const { output } = await resultOf(settings);
    expect(maxDifference(output.data, sliceOf(grey, 0).data)).toBeLessThan(1e-6);
  });

  it('red against green, and edges of colour: a grey image gives nothing', async () => {
    for (const kernel of [filters.redAgainstGreen, filters.colourEdge]) {
      const { output } = await resultOf({ image: grey, kernel, bias: 0 });
      expect(maxAbs(output.data)).toBeLessThan(1e-6);
    }
  });

  it('edges of colour: nothing at the white square, something at the red one', async () => {
    const settings = { image: pictures.squares(8), kernel: filters.colourEdge, padding: 1 };
    const { output } = await resultOf({ ...settings, bias: 0 });
    expect(maxAbs(output.data.slice(0, 24))).toBeLessThan(1e-6);
    expect(maxAbs(output.data.slice(32))).toBeGreaterThan(0.5);
  });

  it('the same slice three times: it sees no more than the sum of the channels', async () => {
    const sum = image.data.slice(0, 64).map((_, index) => {
      const [red, green, blue] = [0, 1, 2].map((channel) => image.data[channel * 64 + index]);
      return red + green + blue;
    });
    const one = stackOf([ndArray([8, 8], sum), ndArray([8, 8], sum), ndArray([8, 8], sum)]);
    const sobel = matrix(kernels.sobelX);
    const none = ndArray([3, 3], Array(9).fill(0));
    const { output } = await resultOf({ kernel: filters.sameThrice, bias: 0 });
    const added = await resultOf({ image: one, kernel: stackOf([sobel, none, none]), bias: 0 });
    expect(maxDifference(output.data, added.output.data)).toBeLessThan(1e-5);
  });
});

describe('refuses and names', () => {
  it.each<[string, string, Partial<Params>]>([
    [
      'kernel-too-large',
      'kernel',
      { image: pictures.ramps(3), kernel: ndArray([3, 5, 5], Array(75).fill(1)) },
    ],
    ['not-finite', 'image', { image: ndArray([3, 3, 3], Array(27).fill(NaN)) }],
    ['not-finite', 'kernel', { kernel: stackOf([matrix([[Infinity]]), zero, zero]) }],
    ['not-finite', 'bias', { bias: NaN }],
  ])('%s: %s', async (code, argument, params) => {
    const before = tf.memory().numTensors;
    const answer = await answerTo(params);
    expect(answer).toMatchObject({ kind: 'refused', error: { code, argument } });
    expect(tf.memory().numTensors).toBe(before);
  });
});
