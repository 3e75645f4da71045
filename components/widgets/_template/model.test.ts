import { expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';

it('counts the cells that the activation has changed', async () => {
  const initial = completed(params);
  const answer = (await computeInProcess(compute, initial)) as Answer<Result>;
  if (answer.kind !== 'result') throw new Error(answer.kind);
  const ask = (): Promise<Answer> => Promise.resolve(answer);
  const model = createModel(
    createWidgetState({ schema: params, initial, result: answer.result, ask }),
  );
  expect(model.changed.value).toBe(3);
});
