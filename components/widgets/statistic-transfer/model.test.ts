import { describe, expect, it } from 'vitest';
import { maxDifference, ndArray } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { changesNothing } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { filtersOf, fromBlocks, spaces, toBlocks, transposed } from './features.ts';
import { createModel } from './model.ts';
import { params, type Params } from './params.ts';
import { mirrored, pictures, shuffled } from './pictures.ts';

async function opened(given: Partial<Params> = {}) {
  const it = await openState<typeof params, Result>(params, compute, given, ['step', 'channel']);
  if (!it) throw new Error('These params are refused');
  return { ...it, model: createModel(it.state) };
}

describe.each(spaces)('the features in the space of %s', (space) => {
  const filters = filtersOf(space, 3);

  it('have orthonormal filters', () => {
    const [size] = filters.shape;
    const { data } = filters;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        let product = 0;
        for (let at = 0; at < size; at++) product += data[a * size + at] * data[b * size + at];
        expect(product).toBeCloseTo(Number(a === b), 6);
      }
    }
  });

  it('lead back to the picture', async () => {
    const { state } = await opened({ space, strength: 0 });
    const { params, result } = state.answered.value;
    expect(maxDifference(result.result.data, params.content.data)).toBeLessThan(1e-5);
  });

  it('have the means and deviations of the style at full strength, in the middle at half', async () => {
    const { model } = await opened({ space });
    // What is missing is σ²/(σ² + ε), of features whose deviation is small.
    expect(model.distance.value).toBeLessThan(5e-4);
    const half = await opened({ space, strength: 0.5 });
    for (const channel of half.model.channels.value) {
      const { content, style, result } = half.model.statisticsOf(channel);
      expect(result.mean).toBeCloseTo((content.mean + style.mean) / 2, 4);
      expect(result.deviation).toBeCloseTo((content.deviation + style.deviation) / 2, 3);
    }
  });
});

it('blocks are laid out as channels and back, and nothing is lost', () => {
  const picture = pictures.house();
  const blocks = toBlocks(picture, 2);
  expect(blocks.shape).toEqual([1, 12, 9, 9]);
  // The first block of red, cell by cell.
  const red = [0, 1, 18, 19].map((index) => picture.data[index]);
  expect([0, 1, 2, 3].map((channel) => blocks.data[channel * 81])).toEqual(red);
  expect(fromBlocks(blocks, 2, picture.shape)).toEqual(picture);
  expect(transposed(transposed(blocks4x3)).data).toEqual(blocks4x3.data);
});

const blocks4x3 = ndArray([4, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

it('the timeline takes the content’s statistics away, then gives it the style’s', async () => {
  const { model, state } = await opened({ step: 2 });
  const normalized = model.statisticsOf(0).result;
  expect(normalized.mean).toBeCloseTo(0, 5);
  expect(normalized.deviation).toBeCloseTo(1, 3);
  state.show({ step: 3 });
  const { style, result } = model.statisticsOf(0);
  expect(result.mean).toBeCloseTo(0, 5);
  expect(result.deviation).toBeCloseTo(style.deviation, 4);
});

it('a picture whose sides are odd has no blocks of 2 × 2, and colours all the same', async () => {
  const odd = ndArray(
    [3, 3, 3],
    Array.from({ length: 27 }, (_, at) => at / 27),
  );
  const { state } = await opened({ content: odd });
  expect(state.answered.value.result.result.shape).toEqual([3, 3, 3]);
  const refused = await openState(params, compute, { content: odd, space: 'filters' });
  expect(refused).toBeUndefined();
});

it('a style of one colour leaves nothing of the content', async () => {
  const plain = ndArray(
    [3, 2, 2],
    Array.from({ length: 12 }, (_, at) => 0.2 * (1 + Math.floor(at / 4))),
  );
  const { data, shape } = (await opened({ style: plain })).state.answered.value.result.result;
  const size = shape[1] * shape[2];
  expect(
    maxDifference(
      data,
      data.map((_, at) => 0.2 * (1 + Math.floor(at / size))),
    ),
  ).toBeLessThan(1e-3);
});

describe('the challenge', () => {
  const met = async (given: Partial<Params>) => {
    const { state } = await opened(given);
    const { params, result } = state.answered.value;
    return changesNothing(params, result);
  };
  const portrait = pictures.portrait();

  it('is not met at first, nor by strength 0, nor by the content itself', async () => {
    expect(await met({})).toBe(false);
    expect(await met({ strength: 0 })).toBe(false);
    expect(await met({ style: portrait })).toBe(false);
  });

  it('is met by the content with its cells elsewhere', async () => {
    expect(await met({ style: mirrored(portrait) })).toBe(true);
    expect(await met({ style: shuffled(portrait) })).toBe(true);
  });

  it('sees what colours do not: to filters of blocks, shuffled cells are another style', async () => {
    expect(await met({ style: shuffled(portrait), space: 'filters' })).toBe(false);
  });
});
