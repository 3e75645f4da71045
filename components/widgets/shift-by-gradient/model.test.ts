import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { tabulate } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { apart, less } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { looksOf, stepsBetween } from './data.ts';
import { at, createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';

const small = { depth: 3, width: 8, layer: 4 } as const;

async function open(given: Partial<Params>) {
  const opened = await openState(schema, compute, { ...small, ...given }, ['look', 'layer']);
  if (!opened) throw new Error('refused');
  return createModel(opened.state);
}

describe('measured steps', () => {
  it.each([
    [5, 1, 5],
    [8, 1, 8],
    [9, 2, 5],
    [48, 6, 8],
    [1000, 125, 8],
  ])('of a run of %i are %i apart, %i in all', (steps, between, looks) => {
    expect(stepsBetween(steps)).toBe(between);
    expect(looksOf(steps)).toBe(looks);
  });
});

describe('a shift', () => {
  it('has numbers that belong together, by the law of cosines', async () => {
    const model = await open({ steps: 2, compare: 'all' });
    expect(model.runs.value.map(({ treatment }) => treatment)).toEqual(['none', 'batch', 'noisy']);
    for (const { shift, come } of model.runs.value) {
      expect(come).toBe(2);
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 2; column++) {
          const [g, shifted, distance, cosine] = [
            shift.lengths,
            shift.shiftedLengths,
            shift.distances,
            shift.cosines,
          ].map((each) => at(each, { row, column }));
          const square = g ** 2 + shifted ** 2 - 2 * g * shifted * cosine;
          expect(distance).toBeCloseTo(Math.sqrt(Math.max(square, 0)), 2);
          expect(at(shift.relative, { row, column })).toBeCloseTo(distance / g, 4);
        }
      }
    }
  });

  it('is small where the step is', async () => {
    const model = await open({ steps: 2, rate: 0.001, compare: 'shaken' });
    for (const { typical } of model.runs.value) {
      expect(typical.cosines).toBeGreaterThan(0.99);
      expect(typical.relative).toBeLessThan(0.1);
    }
  });
});

it('what is pointed at is shown before what is chosen; what there is not any more, is not', async () => {
  const model = await open({ steps: 3, look: 1, compare: 'plain' });
  expect(model.shown.value).toEqual({ row: 2, column: 1 });
  model.pointed.value = { row: 0, column: 2 };
  expect(model.shown.value).toEqual({ row: 0, column: 2 });
  model.pointed.value = { row: 9, column: 9 };
  expect(model.shown.value).toEqual({ row: 2, column: 2 });
});

it('a run that is lost says at which step, and the other goes on', async () => {
  const model = await open({ steps: 16, rate: 10, seed: 1, compare: 'plain' });
  const [none, batch] = model.runs.value;
  expect(none.lostAt).toBeLessThan(5);
  expect(none.come).toBeLessThan(looksOf(16));
  expect(batch.lostAt).toBeUndefined();
  expect(batch.come).toBe(looksOf(16));
});

describe('challenges', () => {
  const params = completed(schema, { steps: 8, depth: 3 });
  const shape = [2, 3, 8];
  /** Two runs with these losses, cosines and distances; gradients of length 1. */
  const resultOf = (losses: number[], cosines: number[], distances: number[]): Result => ({
    losses: tabulate([2, 8], (run) => losses[run]),
    lengths: tabulate(shape, () => 1),
    shiftedLengths: tabulate(shape, () => 1),
    distances: tabulate(shape, (run) => distances[run]),
    cosines: tabulate(shape, (run) => cosines[run]),
  });

  it('want both to learn and BN to shift less, by angle and for the length', () => {
    const right = resultOf([0.5, 0.6], [0.6, 0.8], [0.9, 0.5]);
    expect(less(params, right)).toBe(true);
    expect(less({ ...params, compare: 'shaken' }, right)).toBe(false);
    expect(less(params, resultOf([2, 0.6], [0.6, 0.8], [0.9, 0.5]))).toBe(false);
    expect(less(params, resultOf([0.5, 0.6], [0.8, 0.6], [0.9, 0.5]))).toBe(false);
    expect(less(params, resultOf([0.5, 0.6], [0.6, 0.8], [0.5, 0.9]))).toBe(false);
  });

  it('want only BN to learn and yet to shift more, by angle and distance', () => {
    const right = resultOf([2, 0.6], [0.8, 0.3], [0.4, 0.6]);
    expect(apart(params, right)).toBe(true);
    expect(apart({ ...params, compare: 'shaken' }, right)).toBe(false);
    expect(apart(params, resultOf([1, 0.6], [0.8, 0.3], [0.4, 0.6]))).toBe(false);
    expect(apart(params, resultOf([2, 1.5], [0.8, 0.3], [0.4, 0.6]))).toBe(false);
    expect(apart(params, resultOf([2, 0.6], [0.2, 0.3], [0.4, 0.6]))).toBe(false);
  });

  it('are not met before a run is over', () => {
    const { losses, ...rest } = resultOf([0.5, 0.6], [0.6, 0.8], [0.9, 0.5]);
    losses.data.set([NaN], 7);
    expect(less(params, { losses, ...rest })).toBe(false);
  });
});
