import { describe, expect, it } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import type { ParamsOf } from '#kit/params.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { undo, varianceFour } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { roundDomain } from './domain.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function open(given: Given = {}) {
  const opened = await openState<typeof params, Result>(params, compute, given);
  return opened && createModel(opened.state);
}

async function opened(given: Given = {}) {
  const model = await open(given);
  if (!model) throw new Error('These numbers are refused');
  return model;
}

const row = (...values: number[]) => ndArray([1, values.length], values);
const rounded = (data: Float32Array): number[] =>
  Array.from(data, (value) => Number(value.toFixed(3)));

describe('the four lines', () => {
  it('give the numbers of the mini example', async () => {
    const { result, statistics } = await opened();
    expect(statistics.value.mean).toBeCloseTo(3, 5);
    expect(statistics.value.variance).toBeCloseTo(3.5, 5);
    expect(statistics.value.unbiased).toBeCloseTo(14 / 3, 5);
    expect(rounded(result.value.normalized.data)).toEqual([-1.069, -0.535, 0, 1.604]);
  });

  it('give variance 4, and not 2, with γ = 2', async () => {
    const { result, measured, theory } = await opened({ gamma: 2, beta: 1 });
    expect(rounded(result.value.y.data)).toEqual([-1.138, -0.069, 1, 4.207]);
    expect(measured.value.mean).toBeCloseTo(1, 4);
    expect(measured.value.variance).toBeCloseTo(4, 4);
    expect(theory.value.variance).toBeCloseTo((4 * 3.5) / 3.50001, 6);
  });

  it.each([4, 10, 12])('bring one outlier among %i numbers to √(m − 1)', async (count) => {
    const x = row(...Array.from({ length: count }, (_, index) => (index === 1 ? 50 : 0)));
    const { result } = await opened({ x, epsilon: '0' });
    expect(Math.max(...result.value.normalized.data)).toBeCloseTo(Math.sqrt(count - 1), 4);
  });

  it('make equal numbers 0, and β of them, as long as there is an ε', async () => {
    const given = { x: row(5, 5, 5, 5), gamma: 3, beta: 2 };
    const { result } = await opened(given);
    expect([...result.value.normalized.data]).toEqual([0, 0, 0, 0]);
    expect([...result.value.y.data]).toEqual([2, 2, 2, 2]);
    expect(await open({ ...given, epsilon: '0' })).toBeUndefined();
  });
});

describe('the challenges', () => {
  const met = async (goal: typeof undo, given: Given): Promise<boolean> => {
    const model = await opened(given);
    return goal(model.params.value, model.result.value);
  };

  it('ask γ for the deviation, not for the variance', async () => {
    expect(await met(varianceFour, { gamma: 4, beta: -1 })).toBe(false);
    expect(await met(varianceFour, { gamma: 2, beta: 1 })).toBe(false);
    expect(await met(varianceFour, { gamma: -2, beta: -1 })).toBe(true);
  });

  it('bring numbers back with the deviation and the mean', async () => {
    const x = row(2, 4, 4, 4, 5, 5, 7, 9);
    expect(await met(undo, { x, gamma: 4, beta: 5 })).toBe(false);
    expect(await met(undo, { x, gamma: 2, beta: 5 })).toBe(true);
  });

  it('are not met by numbers that are normalized already, or all equal', async () => {
    expect(await met(undo, { x: row(-1, 1) })).toBe(false);
    expect(await met(undo, { x: row(7, 7), beta: 7 })).toBe(false);
  });
});

describe('the axis', () => {
  it('leaves room at both ends, and always holds zero', () => {
    expect(roundDomain([-2, 6])).toEqual([-3, 8]);
    expect(roundDomain([3, 4])).toEqual([-2, 6]);
    expect(roundDomain([-99, -98])).toEqual([-128, 2]);
  });

  it('stands still while something is dragged', async () => {
    const model = await opened({ gamma: 2 });
    const before = model.domain.value;
    model.hold();
    model.state.edit({ gamma: 9 });
    expect(model.domain.value).toEqual(before);
  });
});

it('stacks equal numbers', async () => {
  const { ranks } = await opened({ x: row(4, 5, 4, 4) });
  expect(ranks.value).toEqual([0, 0, 1, 2]);
});
