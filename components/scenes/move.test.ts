import { expect, it } from 'vitest';
import { moveInStack } from './move.ts';

const shape = [2, 3, 4, 5];

it.each([
  ['left', [1, 1, 2, 1]],
  ['right', [1, 1, 2, 3]],
  ['up', [1, 1, 1, 2]],
  ['down', [1, 1, 3, 2]],
  ['next', [1, 2, 2, 2]],
  ['previous', [1, 0, 2, 2]],
  ['nextGroup', [1, 1, 2, 2]],
  ['previousGroup', [0, 1, 2, 2]],
] as const)('%s leads from [1, 1, 2, 2] to %j', (move, target) => {
  expect(moveInStack([1, 1, 2, 2], shape, move)).toEqual(target);
});

it('stays at every edge', () => {
  expect(moveInStack([0, 0, 0, 0], shape, 'left')).toEqual([0, 0, 0, 0]);
  expect(moveInStack([1, 2, 3, 4], shape, 'right')).toEqual([1, 2, 3, 4]);
  expect(moveInStack([1, 2, 3, 4], shape, 'next')).toEqual([1, 2, 3, 4]);
});
