import { describe, expect, it } from 'vitest';
import { openState } from '../../../tests/support/open-state.ts';
import compute from './compute.ts';
import { looksOf, QUANTILES, stepsBetween } from './data.ts';
import { densityFrom, createModel, latest } from './model.ts';
import { params as schema, type Params } from './params.ts';

const small = { depth: 3, width: 8, layer: 2 } as const;

async function modelOf(given: Partial<Params>) {
  const open = await openState(schema, compute, { ...small, ...given }, ['look', 'layer']);
  if (!open) throw new Error('refused');
  return createModel(open.state);
}

describe('looks', () => {
  it.each([
    [5, 1, 6],
    [100, 7, 15],
    [1000, 67, 15],
  ])('of a run of %i steps are %i steps apart, %i in all', (steps, between, looks) => {
    expect(stepsBetween(steps)).toBe(between);
    expect(looksOf(steps)).toBe(looks);
  });
});

describe('a run', () => {
  it('is there whole: losses, looks, drift and accuracy of every network', async () => {
    const model = await modelOf({ steps: 30 });
    const runs = model.runs.value;
    expect(runs.map(({ treatment }) => treatment)).toEqual(['none', 'batch', 'noisy']);
    for (const run of runs) {
      expect(run.losses.every(Number.isFinite)).toBe(true);
      expect(run.looks).toHaveLength(looksOf(30));
      expect(run.drift[0]).toBe(0);
      expect(run.drift.subarray(1).every((moved) => moved > 0)).toBe(true);
      expect(latest(run.accuracy)).toBeGreaterThan(0);
    }
  });

  it('of batch normalization alone begins with what its activation receives standardized', async () => {
    const model = await modelOf({ steps: 5 });
    const [, batch] = model.runs.value;
    const first = batch.looks[0];
    const [low, middle, high] = [first[3], first[10], first[17]];
    expect(low).toBeGreaterThan(-2);
    expect(middle).toBeGreaterThan(-1);
    expect(middle).toBeLessThan(1);
    expect(high).toBeLessThan(2);
  });

  it('drifts more where it is shaken, in every layer', async () => {
    const open = await openState(schema, compute, { ...small, steps: 30, compare: 'shaken' });
    const { shape, data } = open?.state.answered.value.result.drift ?? { shape: [], data: [] };
    const [, depth, looks] = shape;
    const mean = (run: number, layer: number): number => {
      const from = (run * depth + layer) * looks;
      return Array.from(data.slice(from + 1, from + looks)).reduce((sum, each) => sum + each, 0);
    };
    for (let layer = 0; layer < depth; layer++) {
      expect(mean(1, layer)).toBeGreaterThan(mean(0, layer));
    }
  });

  it('that leaves for good says at which step, and the others go on', async () => {
    const model = await modelOf({ steps: 30, rate: 1e6, compare: 'plain' });
    const [none, batch] = model.runs.value;
    expect(none.lostAt).toBeLessThan(5);
    expect(none.losses.slice((none.lostAt ?? 0) + 1).every(Number.isNaN)).toBe(true);
    expect(none.looks.length).toBeLessThan(looksOf(30));
    expect(batch.losses[5]).toBeDefined();
  });

  it('wants the reader’s own pictures before it learns from them', async () => {
    const open = await openState(schema, compute, { ...small, steps: 5, data: 'own' });
    expect(open).toBeUndefined();
  });
});

it('a density of what is normal has its peak in the middle, and keeps within its height', () => {
  const normalQuantiles = Float32Array.from({ length: QUANTILES }, (_, place) => (place - 10) / 5);
  const density = densityFrom(normalQuantiles, [-4, 4]);
  const peak = density.reduce((best, each) => (each[1] > best[1] ? each : best));
  expect(Math.abs(peak[0])).toBeLessThan(0.3);
  expect(density.every(([, height]) => height >= 0 && height <= 1.6)).toBe(true);
});
