import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { tabulate } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { calm, rougher } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { looksOf, multiplesOf, POINTS, stepsBetween } from './data.ts';
import { createModel, measures, predictedAt } from './model.ts';
import { params as schema, type Params } from './params.ts';

const small = { depth: 3, width: 8 } as const;

async function open(given: Partial<Params>) {
  const opened = await openState(schema, compute, given, ['look', 'point']);
  if (!opened) throw new Error('refused');
  return { ...opened.state.answered.value, model: createModel(opened.state) };
}

describe('measured steps', () => {
  it.each([
    [5, 1, 5],
    [16, 1, 16],
    [17, 2, 9],
    [96, 6, 16],
    [1000, 63, 16],
  ])('of a run of %i are %i apart, %i in all', (steps, between, looks) => {
    expect(stepsBetween(steps)).toBe(between);
    expect(looksOf(steps)).toBe(looks);
  });
});

it('step sizes double at every second one, up to the farthest; the learning rate is among them', () => {
  const multiples = multiplesOf(4);
  expect(multiples).toHaveLength(POINTS);
  expect(multiples.filter((_, point) => point % 2 === 0)).toEqual([0.5, 1, 2, 4]);
});

describe('a line', () => {
  it('starts at the loss of its step, and its numbers belong together', async () => {
    const { model, params } = await open({ ...small, steps: 20, compare: 'shaken', point: 5 });
    for (const { lines, losses } of model.runs.value) {
      expect(lines).toHaveLength(10);
      lines.forEach((line, look) => {
        expect(line.loss).toBe(losses[look * 2]);
        const ratios = multiplesOf(4).map(
          (multiple, point) => line.changes[point] / (multiple * params.rate * line.length),
        );
        ratios.forEach((ratio, point) => expect(line.ratios[point]).toBeCloseTo(ratio, 4));
        expect(line.smoothness).toBeCloseTo(Math.max(...ratios), 4);
      });
    }
  });

  it('that is short goes where the first order says, also where noise shakes', async () => {
    const { model, params } = await open({ ...small, steps: 5, compare: 'shaken', reach: 0.1 });
    for (const { lines } of model.runs.value) {
      for (const line of lines) {
        const stepSize = multiplesOf(0.1)[0] * params.rate;
        const fall = line.loss - line.losses[0];
        expect(fall / (line.loss - predictedAt(line, stepSize))).toBeCloseTo(1, 1);
      }
    }
  });
});

it('a run that is lost says at which step, and the other goes on', async () => {
  const { model } = await open({ ...small, steps: 20, rate: 10 });
  const [none, batch] = model.runs.value;
  expect(none.lostAt).toBeLessThan(5);
  expect(none.lines.length).toBeLessThan(5);
  expect(batch.lostAt).toBeUndefined();
  expect(batch.lines).toHaveLength(10);
});

describe('challenges', () => {
  const params = completed(schema, { steps: 5 });
  const looks = looksOf(5);
  /** Two runs that come down from 2 to 0.5, along lines of 0.4; the second one is half as smooth. */
  const result: Result = {
    losses: tabulate([2, 5], (_, step) => [2, 1, 0.8, 0.6, 0.5][step]),
    lineLosses: tabulate([2, looks, POINTS], () => 0.4),
    gradientChanges: tabulate([2, looks, POINTS], () => 1),
    gradientLengths: tabulate([2, looks], () => 1),
    smoothness: tabulate([2, looks], (run) => 1 + run),
  };

  it('look at whether both have learned, and at β', () => {
    expect(rougher(params, result)).toBe(true);
    expect(rougher({ ...params, compare: 'shaken' }, result)).toBe(false);
    const smoother = tabulate([2, looks], (run) => 2 - run);
    expect(rougher(params, { ...result, smoothness: smoother })).toBe(false);
    const losses = tabulate([2, 5], (run) => 1 + run);
    expect(rougher(params, { ...result, losses })).toBe(false);
  });

  it('want to see four learning rates ahead, and nothing above the start', () => {
    expect(calm(params, result)).toBe(true);
    expect(calm({ ...params, reach: 3.5 }, result)).toBe(false);
    expect(calm({ ...params, compare: 'shaken' }, result)).toBe(false);
    const lineLosses = tabulate([2, looks, POINTS], (_, look) => (look === 3 ? 0.7 : 0.4));
    expect(calm(params, { ...result, lineLosses })).toBe(false);
  });

  it('are not met before a run is over', () => {
    const losses = tabulate([2, 5], (_, step) => (step < 4 ? 0.5 : NaN));
    expect(rougher(params, { ...result, losses })).toBe(false);
    expect(calm(params, { ...result, losses })).toBe(false);
  });
});

// With ten seeds: docs/ten-seeds.md.
it('in the default recipe the three curves are lower with BN', { timeout: 60_000 }, async () => {
  const { model } = await open({});
  const [none, batch] = model.runs.value.map(({ typical }) => typical);
  for (const measure of measures) expect(batch[measure], measure).toBeLessThan(none[measure]);
});
