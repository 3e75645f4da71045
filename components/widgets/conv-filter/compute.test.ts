import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import { completed } from '#kit/link.ts';
import { matrix, maxAbs, maxDifference, ndArray, sameArray, type NdArray } from '#nd/nd-array.ts';
import fixtures from '../../../tests/pytorch/conv-filter.json' with { type: 'json' };
import type { Stored } from '../../../tests/support/fixtures.ts';
import compute, { type Result } from './compute.ts';
import { images } from '#nd/sample-images.ts';
import { params as schema, type Params } from './params.ts';

type Case = {
  readonly params: Omit<Partial<Params>, 'image' | 'kernel'> & Record<'image' | 'kernel', Stored>;
} & Record<'pre' | 'post', Stored>;

const arrayOf = ({ shape, data }: Stored): NdArray => ndArray(shape, data);
const cases = (fixtures as unknown as Case[]).map(({ params, pre, post }) => ({
  params: { ...params, image: arrayOf(params.image), kernel: arrayOf(params.kernel) },
  pre: arrayOf(pre),
  post: arrayOf(post),
  name: Object.values({ ...params, image: params.image.shape, kernel: params.kernel.shape }).join(),
}));

const answerTo = (params: Partial<Params>) => computeInProcess(compute, completed(schema, params));

async function resultOf(params: Partial<Params>): Promise<Result> {
  const answer = await answerTo(params);
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer));
  return answer.result as Result;
}

function expectClose(got: NdArray, expected: NdArray): void {
  expect(got.shape).toEqual(expected.shape);
  const largest = maxAbs(expected.data) || 1;
  expect(maxDifference(got.data, expected.data) / largest).toBeLessThanOrEqual(1e-5);
}

describe('equals PyTorch before and after the activation', () => {
  it.each(cases)('$name', async ({ params, pre, post }) => {
    const before = tf.memory().numTensors;
    const { linear, activated } = await resultOf(params);
    expectClose(linear, pre);
    expectClose(activated, post);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('has fixtures of every activation, padding mode, stride and dilation', () => {
    expect(cases).toHaveLength(113);
    const { activation, paddingMode } = schema;
    const used = <K extends keyof Params>(name: K) =>
      new Set(cases.map(({ params }) => params[name]));
    expect(used('activation')).toEqual(new Set(activation.options));
    expect(used('paddingMode')).toEqual(new Set(paddingMode.options));
    expect(used('stride').size).toBeGreaterThan(2);
    expect(used('dilation').size).toBeGreaterThan(1);
  });
});

describe('padding', () => {
  const ones = ndArray([3, 3], Array(9).fill(1));

  it('holds the constant that it is told to hold', async () => {
    const settings = { image: ones, kernel: ones, padding: 1, paddingValue: -2 };
    const { linear } = await resultOf(settings);
    expect([...linear.data]).toEqual([-6, 0, -6, 0, 9, 0, -6, 0, -6]);
  });

  it('pays no heed to the constant where it mirrors or repeats', async () => {
    for (const paddingMode of ['reflect', 'replicate'] as const) {
      const settings = { image: images.ramp(6), padding: 2, paddingMode };
      const { linear } = await resultOf({ ...settings, paddingValue: 50 });
      expect(sameArray(linear, (await resultOf(settings)).linear)).toBe(true);
    }
  });
});

describe('padding the output instead', () => {
  const image = images.disc(8);

  it('is only done on demand', async () => {
    expect((await resultOf({ image })).outputPadded.shape).toEqual([0, 0]);
  });

  it('puts a ring around the unpadded convolution', async () => {
    const { linear: unpadded } = await resultOf({ image });
    const { outputPadded } = await resultOf({
      image,
      padding: 1,
      padOutput: true,
      paddingValue: 7,
    });
    expect(outputPadded.shape).toEqual([8, 8]);
    const ringed = Array.from(outputPadded.data, (_, index) => {
      const [row, column] = [Math.floor(index / 8), index % 8];
      const inside = row > 0 && row < 7 && column > 0 && column < 7;
      return inside ? unpadded.data[(row - 1) * 6 + column - 1] : 7;
    });
    expect([...outputPadded.data]).toEqual(ringed);
  });

  it('is left out where the unpadded image has no room for the kernel', async () => {
    const kernel = ndArray([5, 5], Array(25).fill(1));
    const settings = { image: images.dot(3), kernel, padding: 1, padOutput: true };
    const { linear, outputPadded } = await resultOf(settings);
    expect(linear.shape).toEqual([1, 1]);
    expect(outputPadded.shape).toEqual([0, 0]);
  });

  it('is left out where the unpadded output is too small to be mirrored', async () => {
    const settings = { image: images.disc(4), padding: 2, padOutput: true } as const;
    const { outputPadded } = await resultOf({ ...settings, paddingMode: 'reflect' });
    expect(outputPadded.shape).toEqual([0, 0]);
  });
});

describe('refuses and names', () => {
  const image = images.dot(3);

  it.each<[string, string, Partial<Params>]>([
    ['kernel-too-large', 'kernel', { image, kernel: ndArray([4, 4], Array(16).fill(1)) }],
    ['kernel-too-large', 'kernel', { image, dilation: 2 }],
    ['reflect-too-far', 'padding', { image, padding: 3, paddingMode: 'reflect' }],
    ['not-finite', 'image', { image: matrix([[NaN, 1, 2]]) }],
    ['not-finite', 'kernel', { image, kernel: matrix([[Infinity]]) }],
    ['not-finite', 'bias', { image, bias: NaN }],
    ['unknown-name', 'activation', { image, activation: 'toString' as 'relu' }],
  ])('%s: %s', async (code, argument, params) => {
    const before = tf.memory().numTensors;
    const answer = await answerTo(params);
    expect(answer).toMatchObject({ kind: 'refused', error: { code, argument } });
    expect(tf.memory().numTensors).toBe(before);
  });
});
