import { describe, expect, it } from 'vitest';
import type { ParamsOf } from '#kit/params.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { restored, saturated } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { LINEAR, normalDistribution, SATURATED, sharesBy, sigmoid } from './regimes.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function open(given: Given = {}) {
  const opened = await openState<typeof params, Result>(params, compute, given, ['step']);
  if (!opened) throw new Error('This sample is refused');
  return createModel(opened.state);
}

describe('the regimes', () => {
  it('end where the sigmoid is 0.05 off', () => {
    expect(0.5 + LINEAR / 4 - sigmoid(LINEAR)).toBeCloseTo(0.05, 9);
    expect(sigmoid(-SATURATED)).toBeCloseTo(0.05, 9);
    expect(LINEAR).toBeLessThan(SATURATED);
  });

  it.each([
    [0, 0.5],
    [1, 0.8413447],
    [-1.96, 0.0249979],
    [3, 0.9986501],
  ])('Φ(%f) = %f', (z, expected) => {
    expect(normalDistribution(z)).toBeCloseTo(expected, 6);
  });

  it('hold all or nothing of a law without a width', () => {
    expect(sharesBy({ mean: 1, deviation: 0 })).toEqual({ linear: 1, saturated: 0 });
    expect(sharesBy({ mean: 4, deviation: 0 })).toEqual({ linear: 0, saturated: 1 });
  });
});

describe('the sample', () => {
  it.each([1, 2, 3])('is pushed into the linear part by normalization (seed %i)', async (seed) => {
    const { before, now, expected } = await open({ seed });
    expect(now.value.mean).toBeCloseTo(0, 4);
    expect(now.value.deviation).toBeCloseTo(1, 4);
    expect(before.value.saturated).toBeGreaterThan(0.45);
    expect(now.value.saturated).toBeLessThan(0.02);
    expect(Math.abs(now.value.linear - expected.value.linear)).toBeLessThan(0.03);
  });

  it.each([{ step: 0 }, { gamma: 5, step: 2 }, { beta: 3, step: 2 }, { gamma: -4, step: 2 }])(
    'has about the shares of its law: %j',
    async (given) => {
      const { now, expected } = await open(given);
      expect(Math.abs(now.value.linear - expected.value.linear)).toBeLessThan(0.05);
      expect(Math.abs(now.value.saturated - expected.value.saturated)).toBeLessThan(0.05);
    },
  );
});

describe('the challenges', () => {
  const met = async (goal: typeof restored, given: Given): Promise<boolean> => {
    const { state } = await open(given);
    const { params: present, result } = state.answered.value;
    return goal(present, result);
  };

  it('ask for the deviation and the mean of the sample', async () => {
    const { before } = await open();
    const [gamma, beta] = [before.value.deviation, before.value.mean];
    expect(await met(restored, { gamma, beta })).toBe(true);
    expect(await met(restored, { gamma: gamma ** 2, beta })).toBe(false);
    expect(await met(restored, { gamma, beta: 0 })).toBe(false);
    expect(await met(restored, { mean: 0, spread: 1 })).toBe(false);
  });

  it('ask for width, not for a shift', async () => {
    expect(await met(saturated, { gamma: 3 })).toBe(false);
    expect(await met(saturated, { beta: 4 })).toBe(false);
    expect(await met(saturated, { gamma: 5 })).toBe(true);
  });
});
