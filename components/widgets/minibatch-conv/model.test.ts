import { describe, expect, it } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { valueAt } from '#nd/maps.ts';
import { maxDifference } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { layOut } from './scene.ts';
import { strings, type Key } from './strings.ts';

async function open(given: Partial<Params> = {}) {
  const opened = await openState<typeof schema, Result>(schema, compute, given, ['step', 'map']);
  if (!opened) throw new Error('These params are refused');
  return { ...opened, model: createModel(opened.state) };
}

const t = translator<Key>(strings, 'en');

describe('a batch', () => {
  it('gives a map for every image and filter', async () => {
    const { model } = await open({ second: 2 });
    expect(model.tensors.value.output.shape).toEqual([3, 4, 6, 6]);
    expect(model.tensors.value.second.shape).toEqual([3, 2, 4, 4]);
  });

  it('leaves the outputs of all other images as they are when one image is changed', async () => {
    const { model } = await open({ changed: 1 });
    expect(model.change.value?.others).toBe(0);
    expect(model.change.value?.own).toBeGreaterThan(0.5);
  });

  it('computes every image as if it were alone', async () => {
    const whole = await open();
    const { images } = whole.state.params.value;
    const size = images.data.length / 3;
    for (let n = 0; n < 3; n++) {
      const data = images.data.slice(n * size, (n + 1) * size);
      const alone = await open({ images: { shape: [1, 1, 8, 8], data } });
      const own = alone.model.tensors.value.output.data;
      const inBatch = whole.model.tensors.value.output.data;
      expect(maxDifference(own, inBatch.subarray(n * own.length, (n + 1) * own.length))).toBe(0);
    }
  });
});

describe('the pair that the figure speaks of', () => {
  it('follows the timeline, a choice, and the pointer before both', async () => {
    const { model, state } = await open({ step: 5 });
    expect(model.pair.value).toEqual({ image: 1, filter: 1 });
    model.choose({ stage: 'output', index: [2, 0, 3, 4] });
    expect(model.pair.value).toEqual({ image: 2, filter: 0 });
    expect(model.current.value).toEqual({ stage: 'output', index: [2, 0, 3, 4] });
    model.choose({ stage: 'weight', index: [3, 0, 0, 0] });
    expect(model.pair.value).toEqual({ image: 2, filter: 3 });
    model.pointed.value = { stage: 'images', index: [0, 0, 1, 1] };
    expect(model.pair.value).toEqual({ image: 0, filter: 3 });
    expect(state.canUndo.value).toBe(false);
  });

  it('is what an edit changes', async () => {
    const { model, state, settled } = await open({ step: 11 });
    model.choose({ stage: 'output', index: [1, 2, 0, 0] });
    model.setPixel(0, { row: 4, column: 5 }, 7);
    model.setWeight(0, { row: 1, column: 1 }, -3);
    await settled();
    expect(valueAt(state.params.value.images, [1, 0, 4, 5])).toBe(7);
    expect(valueAt(state.params.value.weight, [2, 0, 1, 1])).toBe(-3);
    expect(model.pair.value).toEqual({ image: 1, filter: 2 });
  });

  it('stays in bounds when there are fewer images or filters', async () => {
    const { model, settled } = await open({ step: 11 });
    model.choose({ stage: 'output', index: [2, 3, 5, 5] });
    model.setImageCount(1);
    model.setFilterCount(2);
    await settled();
    expect(model.tensors.value.output.shape).toEqual([1, 2, 6, 6]);
    expect(model.current.value.index[0]).toBe(0);
    expect(model.current.value.index[1]).toBeLessThan(2);
  });
});

describe('the scene', () => {
  it('shows every element of every tensor in a cell of its own', async () => {
    const { model } = await open({ second: 2 });
    const { content, elementOf, pickedOf } = layOut(model, t, { lit: undefined, narrow: false });
    const values = content.values.flatMap(({ data }) => [...data]);
    const seen = new Set<number>();
    content.blocks.forEach(({ cells, first, steps }, block) => {
      for (let down = 0; down < cells[1]; down++) {
        for (let right = 0; right < cells[0]; right++) {
          const picked = { block, cell: [right, down, 0] as const };
          const element = elementOf(picked);
          const position = first + right * steps[0] + down * steps[1];
          seen.add(position);
          expect(values[position]).toBe(valueAt(model.tensors.value[element.stage], element.index));
          expect(pickedOf(element)).toEqual(picked);
        }
      }
    });
    expect(seen.size).toBe(values.length);
  });

  it('ties every filter to its channel in each image that the timeline has come to', async () => {
    const { model } = await open({ step: 5 });
    expect(
      layOut(model, t, { lit: undefined, narrow: false }).content.threads?.map(({ hue }) => hue),
    ).toEqual([0, 1, 2, 3, 0, 1]);
  });
});
