import { expect, it } from 'vitest';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';

it('counts the cells that the activation has changed', async () => {
  const opened = await openState<typeof params, Result>(params, compute);
  if (!opened) throw new Error('The default is refused');
  expect(createModel(opened.state).changed.value).toBe(3);
});
