import { describe, expect, it } from 'vitest';
import { completed, decodeLink } from '#kit/link.ts';
import { ndArray } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { agree, asInstance } from './challenges.ts';
import compute from './compute.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { migrations } from './migrations.ts';
import { params as schema, type Params } from './params.ts';

const paramsOf = (given: Partial<Params>): Params => completed(schema, given);

async function meets(
  goal: typeof agree | typeof asInstance,
  given: Partial<Params>,
): Promise<boolean> {
  const params = paramsOf(given);
  return goal(params, await resultOf(compute, params));
}

describe('γ and β', () => {
  it('of layer norm belong to one element in every image', async () => {
    const plain = await resultOf(compute, paramsOf({ norm: 'layer' }));
    const elementGamma = ndArray([1, 1, 2], [1, 3]);
    const scaled = await resultOf(compute, paramsOf({ norm: 'layer', elementGamma }));
    const changed = [...scaled.y.data.keys()].filter(
      (at) => scaled.y.data[at] !== plain.y.data[at],
    );
    expect(changed).toEqual([1, 101, 201]);
    expect(scaled.y.data[101]).toBeCloseTo(3 * plain.y.data[101], 5);
  });

  it('of a channel do nothing to layer norm, and those of an element nothing to batch norm', async () => {
    const gamma = ndArray([4], [2, 2, 2, 2]);
    const elementGamma = ndArray([4, 1, 1], [2, 2, 2, 2]);
    const yOf = async (given: Partial<Params>) => (await resultOf(compute, paramsOf(given))).y;
    expect(await yOf({ norm: 'layer', gamma })).toEqual(await yOf({ norm: 'layer' }));
    expect(await yOf({ norm: 'batch', elementGamma })).toEqual(await yOf({ norm: 'batch' }));
  });
});

describe('the goal “as instance norm”', () => {
  const x = sampleTensor([2, 6, 3, 3]);

  it.each([
    [6, true],
    [1, false],
    [3, false],
  ])('with %i groups of six channels: %s', async (groups, met) => {
    expect(await meets(asInstance, { norm: 'group', x, groups })).toBe(met);
  });

  it('is not met by instance norm itself, nor where layer norm does the same', async () => {
    expect(await meets(asInstance, { norm: 'instance', x })).toBe(false);
    const one = sampleTensor([2, 1, 3, 3]);
    expect(await meets(asInstance, { norm: 'group', x: one, groups: 1 })).toBe(false);
  });
});

describe('the goal “batch and instance norm agree”', () => {
  const shape = [2, 1, 2, 2];

  it.each([
    ['the same image twice', shape, [1, 2, 3, 6, 1, 2, 3, 6], true],
    ['the same numbers in another order', shape, [1, 2, 3, 6, 6, 3, 1, 2], true],
    ['the same mean only', shape, [1, 2, 3, 6, 2, 2, 4, 4], false],
    ['one image', [1, 1, 2, 2], [1, 2, 3, 6], false],
    ['nothing but threes', shape, [3, 3, 3, 3, 3, 3, 3, 3], false],
  ])('with %s', async (_, size, values, met) => {
    expect(await meets(agree, { x: ndArray(size, values) })).toBe(met);
  });
});

it('a link of version 1 repeats the γ of a channel for the elements of layer norm', async () => {
  const query = 'v=1&norm=layer&x=1x2x1x2:1,2,3,5&gamma=2:2,-1';
  const { params, notes } = decodeLink(schema, 2, migrations, query);
  expect(notes).toEqual([]);
  expect([...(params.elementGamma?.data ?? [])]).toEqual([2, 2, -1, -1]);
});
