import { describe, expect, it } from 'vitest';
import { mapStart, offsetOf } from '#nd/maps.ts';
import { maxDifference, ndArray, withValue, type NdArray } from '#nd/nd-array.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { outlier, sameAfter, undone } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { channelState, LINES, linesOf, placeOf } from './walk.ts';

const opened = (given: Partial<Params> = {}) =>
  openState<typeof schema, Result>(schema, compute, given, ['step', 'cell']);

async function modelOf(given: Partial<Params> = {}) {
  const figure = await opened(given);
  if (!figure) throw new Error('It is refused');
  return { ...figure, model: createModel(figure.state) };
}

async function resultOf(given: Partial<Params> = {}): Promise<Result> {
  return (await modelOf(given)).state.answered.value.result;
}

/** Maps [n, c], as n,c, whose values differ. */
function changedMaps(a: NdArray, b: NdArray): string[] {
  const [images, channels, height, width] = a.shape;
  const size = height * width;
  return Array.from({ length: images * channels }, (_, map) => {
    const [n, c] = [Math.floor(map / channels), map % channels];
    const start = mapStart(a, n, c);
    const [first, second] = [a, b].map(({ data }) => data.subarray(start, start + size));
    return maxDifference(first, second) > 1e-6 ? [`${n},${c}`] : [];
  }).flat();
}

describe('the walk', () => {
  it('takes every channel through four lines, one after another', () => {
    const states = (step: number) => [0, 1, 2].map((c) => channelState(step, c)).join(' ');
    expect(states(0)).toBe('before before before');
    expect(states(1)).toBe('range before before');
    expect(states(3)).toBe('normalized before before');
    expect(states(6)).toBe('after range before');
    expect(states(3 * LINES)).toBe('after after after');
  });

  it('is in one channel and one line at each step', () => {
    expect([0, 1, 4, 5, 8].map(placeOf)).toEqual([
      { channel: 0, line: 0 },
      { channel: 0, line: 1 },
      { channel: 0, line: 4 },
      { channel: 1, line: 1 },
      { channel: 1, line: 4 },
    ]);
    expect(linesOf(6, 1)).toBe(2);
  });

  it('shows of every channel what it is by then', async () => {
    const { model, state } = await modelOf({ step: 7, gamma: ndArray([4], [3, 3, 3, 3]) });
    const { result, params } = state.answered.value;
    expect(changedMaps(model.shown.value, params.x)).toHaveLength(3 * 2);
    expect(model.shown.value.data[0]).toBe(result.y.data[0]);
    expect(model.shown.value.data[25]).toBe(result.normalized.data[25]);
    expect(model.shown.value.data[50]).toBe(params.x.data[50]);
  });
});

describe('statistics', () => {
  it('of a channel are taken over all images and cells: of a channel at hand, by hand', async () => {
    const x = ndArray([2, 2, 1, 2], [1, 3, 10, 10, 5, 7, 20, 40]);
    const { mean, variance, y } = await resultOf({ x });
    expect(Array.from(mean.data)).toEqual([4, 20]);
    expect(Array.from(variance.data)).toEqual([5, 150]);
    expect(y.data[0]).toBeCloseTo((1 - 4) / Math.sqrt(5.00001), 5);
    expect(y.data[7]).toBeCloseTo((40 - 20) / Math.sqrt(150.00001), 5);
  });

  it('of a channel change with one cell, and so its outputs in all images, and no others', async () => {
    const x = sampleTensor([3, 4, 5, 5]);
    const edited = withValue(x, offsetOf(x, [1, 2, 3, 3]), 9);
    const [before, after] = [await resultOf({ x }), await resultOf({ x: edited })];
    expect(changedMaps(before.y, after.y)).toEqual(['0,2', '1,2', '2,2']);
  });

  it('cannot be taken over one value: it is refused, and the last good figure stays', async () => {
    const { model, state, settled } = await modelOf({ x: sampleTensor([1, 4, 2, 1]) });
    model.setSize(2, 1);
    await settled();
    const failure = state.failure.value;
    if (failure?.kind !== 'refused') throw new Error('It is not refused');
    expect(failure.error).toMatchObject({ code: 'one-value-a-channel', argument: 'x' });
    expect(model.tensors.value.x.shape).toEqual([1, 4, 2, 1]);
  });
});

describe('the challenges', () => {
  async function met(goal: typeof outlier, given: Partial<Params>): Promise<boolean> {
    const { state } = await modelOf(given);
    const { params, result } = state.answered.value;
    return goal(params, result);
  }
  const sample = sampleTensor([3, 4, 5, 5]);

  it('one far value squeezes all others of its channel; a near one does not', async () => {
    expect(await met(outlier, { x: withValue(sample, 3, 99) })).toBe(true);
    expect(await met(outlier, { x: withValue(sample, 3, 9) })).toBe(false);
    const twice = withValue(withValue(sample, 3, 99), 4, 99);
    expect(await met(outlier, { x: twice })).toBe(false);
    expect(await met(outlier, { gamma: ndArray([4], [0, 0, 0, 0]) })).toBe(false);
  });

  it('two values a channel come out the same, however far apart they were', async () => {
    const two = (values: number[]) => ndArray([2, 2, 1, 1], values);
    expect(await met(sameAfter, { x: two([1, 2, 5, 40]) })).toBe(true);
    expect(await met(sameAfter, { x: two([1, 40, 5, 2]) })).toBe(false);
    expect(await met(sameAfter, { x: two([3, 9, 3, 9]) })).toBe(false);
    expect(await met(sameAfter, { x: two([1, 2, 1.3, 2.3]) })).toBe(true);
  });

  it('γ = σ and β = μ undo line 3; σ alone does not', async () => {
    const { mean, variance } = await resultOf();
    const gamma = ndArray([1], [Math.sqrt(variance.data[0])]);
    expect(await met(undone, { gamma, beta: ndArray([1], [mean.data[0]]) })).toBe(true);
    expect(await met(undone, { gamma })).toBe(false);
  });
});
