import { describe, expect, it } from 'vitest';
import type { ParamsOf } from '#kit/params.ts';
import { matrix } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { same, shortest } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import widget from './widget.ts';
import { cellText, shortText, typedText } from './words.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function opened(given: Given = {}) {
  const answer = await openState<typeof params, Result>(params, compute, given, ['look']);
  if (!answer) throw new Error('These values are refused');
  return { ...answer, model: createModel(answer.state) };
}

const example = (name: string): Given => widget.examples[name] as Given;

function expectClose(data: ArrayLike<number>, expected: readonly number[]): void {
  expect(data.length).toBe(expected.length);
  expected.forEach((value, index) =>
    expect(Math.abs(data[index] - value)).toBeLessThanOrEqual(2e-6 * Math.abs(value)),
  );
}

describe('four orders of magnitude', () => {
  it('are cut to what the published code gives', async () => {
    const { model } = await opened(example('magnitudes'));
    const { adaptive, factors, norms } = model.result.value;
    expectClose(factors.data.subarray(0, 4), [0.1, 0.02, 1, 1]);
    expectClose(adaptive.data, [0.03, 0.04, 6e-6, 8e-6, 0.003, 0.004, 3e-6, 4e-6]);
    expectClose(norms.data, [5, 0, 1, 1e-4, 0.5, 5e-4, 0.005, 5e-6]);
    expectClose(
      model.units.value.map(({ ratio }) => ratio),
      [0.1, 0.5, 0.005, 0.005],
    );
  });

  it('are all shrunk alike by global clipping, which leaves one beyond the limit', async () => {
    const { model } = await opened(example('magnitudes'));
    const factor = 0.05 / Math.hypot(0.5, 5e-4, 0.005, 5e-6);
    expectClose(model.result.value.factors.data.subarray(4), [factor, factor, factor, factor]);
    expect(model.groups.value).toMatchObject({ shortened: [0, 1], fine: [2, 3], left: [1] });
  });
});

describe('adaptive clipping', () => {
  it('by default cuts two gradients back to λ of their weights, and moves what has none', async () => {
    const { model } = await opened();
    const { units, groups } = model;
    expect(groups.value).toEqual({
      shortened: [0, 2],
      beyond: [0, 2],
      fine: [1, 3],
      stuck: [],
      left: [0, 2],
    });
    expectClose(
      units.value.map(({ ratio, adaptive }) => ratio * adaptive),
      [0.01, 0.005, 0.01, 0.005],
    );
    expect(units.value[3]).toMatchObject({ weightNorm: 0, adaptive: 1 });
  });

  it('lets no step go beyond h times λ of the weights', async () => {
    const { model } = await opened({ rate: 1.6 });
    for (const { ratio, adaptive } of model.units.value) {
      expect(1.6 * ratio * adaptive).toBeLessThanOrEqual(0.016 * (1 + 1e-6));
    }
  });

  it('without an ε leaves nothing of a gradient whose weights are 0', async () => {
    const { model } = await opened(example('no-epsilon'));
    expect(model.units.value[3]).toMatchObject({ star: 0, ratio: Infinity, adaptive: 0 });
    expect(model.groups.value.stuck).toEqual([3]);
    expect([...model.result.value.adaptive.data.subarray(6)].every((value) => value === 0)).toBe(
      true,
    );
  });

  it('of the whole parameter does not see a unit that its ratio hides', async () => {
    const apart = await opened(example('hidden'));
    expect(apart.model.groups.value.shortened).toEqual([2]);
    const together = await opened(example('whole'));
    const { whole, groups } = together.model;
    expect(whole.value.ratio).toBeLessThan(0.01);
    expect(groups.value).toMatchObject({ shortened: [], beyond: [2] });
  });

  it('of the whole parameter multiplies all by one factor', async () => {
    const { model } = await opened({ unit: 'whole' });
    const { ratio, adaptive } = model.whole.value;
    expect(ratio * (adaptive ?? 1)).toBeCloseTo(0.01, 8);
    expect(new Set(model.units.value.map((unit) => unit.adaptive)).size).toBe(1);
  });
});

describe('the hand', () => {
  it('draws a gradient longer, and it keeps its direction', async () => {
    const { model, settled } = await opened();
    model.setRatio(1, 0.02);
    await settled();
    expect([...model.ownArrow('gradients', 1)].map(shortText)).toEqual(['0.016', '0.012']);
    expect(model.units.value[1].ratio).toBeCloseTo(0.02, 6);
  });

  it('cannot go beyond what a cell takes', async () => {
    const { model, settled } = await opened();
    model.setRatio(0, 1e4);
    model.setArrow('weights', 1, [40, -40]);
    await settled();
    expect(model.ownArrow('gradients', 0)).toEqual([10, 7.5]);
    expect(model.ownArrow('weights', 1)).toEqual([10, -10]);
  });

  it('finds the scales as they were while it drags', async () => {
    const { model, settled } = await opened();
    const before = model.scales.value;
    model.hold();
    model.setArrow('gradients', 0, [9, 9]);
    await settled();
    expect(model.scales.value).toEqual(before);
    model.release();
    expect(model.scales.value).not.toEqual(before);
  });
});

describe('challenges', () => {
  const met = async (challenge: typeof same, given: Given): Promise<boolean> => {
    const { model } = await opened(given);
    return challenge(model.params.value, model.result.value);
  };
  const lengths = (...all: readonly number[]) => matrix(all.map((length) => [length, 0]));

  it('only the shortest', async () => {
    const gradients = lengths(0.04, 0.008, 9e-5, 5e-5);
    expect(await met(shortest, { gradients, limit: 0.01 })).toBe(true);
    expect(await met(shortest, { gradients })).toBe(false);
    expect(await met(shortest, { gradients, limit: 0.01, unit: 'whole' })).toBe(false);
    const silent = lengths(0.04, 0.008, 0, 5e-5);
    expect(await met(shortest, { gradients: silent, limit: 0.01 })).toBe(false);
  });

  it('the same', async () => {
    const gradients = lengths(0.5, 0.1, 0.001, 1e-4);
    expect(await met(same, { gradients, limit: 0.051 })).toBe(true);
    expect(await met(same, { gradients, limit: 0.052 })).toBe(false);
    expect(await met(same, { gradients, limit: 0.051, unit: 'whole' })).toBe(false);
    // Nothing is shortened.
    expect(await met(same, { gradients, limit: 10, lambda: 1 })).toBe(false);
  });
});

it('numbers are written in three digits, and in cells as they can be typed', () => {
  expect([0.1, 0.0005, 4e-6, -1.25e-7, 123.4, 0].map(shortText)).toEqual([
    '0.1',
    '0.0005',
    '4 × 10⁻⁶',
    '−1.25 × 10⁻⁷',
    '123',
    '0',
  ]);
  expect([Math.fround(3e-6), -0.0123, 0.0004].map((value) => typedText(value))).toEqual([
    '3e−6',
    '−0.0123',
    '4e−4',
  ]);
  expect([-0.0123, 0.05996, -2.44e-5].map(cellText)).toEqual(['−0.012', '0.06', '−2e−5']);
});
