import { expect, it } from 'vitest';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { norms } from './norms.ts';
import { params } from './params.ts';

async function open(given = {}) {
  const opened = await openState<typeof params, Result>(params, compute, given);
  if (!opened) throw new Error('The state is refused');
  return createModel(opened.state);
}

it('counts the statistics that each norm takes', async () => {
  const model = await open();
  const taken = norms.map((norm) => model.takenBy(norm));
  expect(taken.map(({ count }) => count)).toEqual([32, 32, 32, 1024, 256, 0]);
  expect(taken.map(({ values }) => values)).toEqual([2048, 2048, 2048, 64, 256, 0]);
});

it('measures means that are off by about 1/√m', async () => {
  const model = await open();
  for (const norm of norms.slice(0, 5)) {
    const { scatter, theory } = model.takenBy(norm);
    expect(scatter / theory).toBeGreaterThan(0.75);
    expect(scatter / theory).toBeLessThan(1.25);
  }
});

it('takes layer statistics place by place where the network does', async () => {
  const model = await open({ architecture: 'transformer' });
  expect(model.takenBy('layer')).toMatchObject({ count: 32 * 64, values: 32 });
});

it('has no batch statistics of one value a channel', async () => {
  const model = await open({ batch: 1, side: '1' });
  expect(model.takenBy('batch')).toEqual({ count: 0, values: 0, scatter: 0, theory: 0 });
});
