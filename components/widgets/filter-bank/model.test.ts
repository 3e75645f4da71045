import { describe, expect, it } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { valueAt } from '#nd/maps.ts';
import { matrix, maxDifference, ndArray } from '#nd/nd-array.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { pictures, withChannels } from './pictures.ts';
import { layOut, scalesOf } from './scene.ts';
import { strings, type Key } from './strings.ts';
import { sampleFilters } from './weights.ts';
import { countText } from './words.ts';

const t = translator<Key>(strings, 'en');

async function open(given: Partial<Params> = {}) {
  const opened = await openState<typeof schema, Result>(schema, compute, given, ['filter']);
  if (!opened) throw new Error('These params are refused');
  return { ...opened, model: createModel(opened.state) };
}

/** A bank of 3 × 3 filters over so many channels. */
function bank(channels: number, filters: number, groups: number): Partial<Params> {
  return {
    image: withChannels(pictures.house(8), channels),
    weight: sampleFilters(filters, channels / groups),
    groups,
  };
}

describe('what a layer learns', () => {
  it.each([
    // k² · C/G · F + F, and the same with G = 1.
    { of: [3, 4, 1], total: 9 * 3 * 4 + 4, ungrouped: 112 },
    { of: [4, 4, 2], total: 9 * 2 * 4 + 4, ungrouped: 148 },
    { of: [8, 8, 8], total: 9 * 8 + 8, ungrouped: 584 },
    { of: [3, 6, 3], total: 9 * 6 + 6, ungrouped: 168 },
  ])('is counted: $of', async ({ of, total, ungrouped }) => {
    const [channels, filters, groups] = of;
    const { model, state } = await open(bank(channels, filters, groups));
    const { weight } = state.params.value;
    expect(model.counts.value).toMatchObject({ total, ungrouped, weights: weight.data.length });
    expect(countText(t, model.counts.value)).toContain(`${weight.data.length} weights`);
  });

  it('says what is left of the weights in groups, and nothing of groups where there is one', async () => {
    const { model } = await open(bank(4, 4, 4));
    expect(countText(t, model.counts.value)).toContain('1/4 of 144 weights');
    const { model: ungrouped } = await open();
    expect(countText(t, ungrouped.counts.value)).not.toContain('group');
  });
});

describe('an edit of the layer', () => {
  it('to other groups leaves filters and output that fit', async () => {
    const { model, state, settled } = await open(bank(4, 4, 1));
    model.setGroups(4);
    await settled();
    expect(state.failure.value).toBeUndefined();
    expect(state.params.value.weight.shape).toEqual([4, 1, 3, 3]);
    expect([0, 1, 2, 3].map(model.seenBy)).toEqual([[0], [1], [2], [3]]);
    const before = state.answered.value.result.output.data;
    model.setGroups(1);
    await settled();
    expect(maxDifference(state.answered.value.result.output.data, before)).toBe(0);
  });

  it.each([
    {
      what: 'groups that do not divide the channels',
      groups: 2,
      en: ' is 2, which does not divide 3 channels.',
    },
    {
      what: 'groups that do not divide the filters',
      groups: 3,
      en: ' is 3, which does not divide 4 channels.',
    },
  ])('is refused for $what, and the figure stays', async ({ groups, en }) => {
    const { model, state, settled } = await open();
    const before = state.answered.value;
    model.setGroups(groups);
    await settled();
    expect(state.failure.value).toMatchObject({
      kind: 'refused',
      error: { code: 'groups-do-not-divide', argument: 'groups', sentence: { en } },
    });
    expect(state.edited.value).toContain('groups');
    expect(state.answered.value).toBe(before);
    expect(model.layer.value.groups).toBe(1);
  });

  it('is refused for slices that are not as many as the channels of a group', async () => {
    const answer = compute({
      ...(await open()).state.params.value,
      weight: sampleFilters(4, 2),
    });
    await expect(answer).rejects.toMatchObject({
      code: 'channels-do-not-match',
      argument: 'weight',
    });
  });

  it('that was refused is mended by the next one', async () => {
    const { model, state, settled } = await open();
    model.setGroups(3);
    model.setFilters(3);
    await settled();
    expect(state.failure.value).toBeUndefined();
    expect(model.tensors.value.output.shape).toEqual([1, 3, 10, 10]);
    expect(state.params.value.weight.shape).toEqual([3, 1, 3, 3]);
  });

  it('does not reach beyond what is there while another one is refused', async () => {
    const { model, state, settled } = await open(bank(4, 4, 2));
    model.choose({ stage: 'weight', index: [3, 0, 0, 0] });
    model.setFilters(3);
    await settled();
    const { weight } = state.params.value;
    model.setWeight(0, { row: 0, column: 0 }, 5);
    model.setSlices([0, 1], matrix(kernels.blur));
    expect(state.params.value.weight.data).toEqual(weight.data);
  });

  it('keeps groups for a picture of three colours only where they divide it', async () => {
    const { model, state, settled } = await open(bank(4, 4, 4));
    model.setPicture(pictures.lights(64));
    await settled();
    expect(state.failure.value).toBeUndefined();
    expect(state.params.value.groups).toBe(1);
    expect(model.tensors.value.output.shape).toEqual([1, 4, 62, 62]);
    const six = await open(bank(6, 6, 6));
    six.model.setPicture(pictures.lights(16));
    expect(six.state.params.value.groups).toBe(3);
  });

  it('of channels, sides and filters keeps what was there', async () => {
    const { model, state, settled } = await open();
    const { image, weight } = state.params.value;
    model.setChannels(5);
    model.setFilters(6);
    model.setSide(20);
    model.setKernelSide(5);
    await settled();
    expect(state.params.value.image.shape).toEqual([5, 20, 20]);
    expect(state.params.value.weight.shape).toEqual([6, 5, 5, 5]);
    model.choose({ stage: 'weight', index: [5, 0, 0, 0] });
    model.setBias(2);
    expect([...state.params.value.bias.data]).toEqual([0, 0, 0, 0, 0, 2]);
    model.setKernelSide(3);
    model.setFilters(4);
    model.setChannels(3);
    await settled();
    expect(state.params.value.weight).toEqual(weight);
    while (state.canUndo.value) state.undo();
    expect(state.params.value.image).toBe(image);
  });
});

describe('the chosen filter', () => {
  it('follows a choice, and the pointer before it', async () => {
    const { model, state } = await open(bank(4, 4, 2));
    model.choose({ stage: 'output', index: [0, 3, 4, 5] });
    expect(model.filter.value).toBe(3);
    expect(model.seen.value).toEqual([2, 3]);
    expect(model.cell.value).toEqual({ row: 4, column: 5 });
    model.pointed.value = { stage: 'weight', index: [1, 0, 2, 2] };
    expect(model.filter.value).toBe(1);
    model.pointed.value = { stage: 'image', index: [0, 1, 2, 2] };
    expect(model.filter.value).toBe(3);
    expect(state.canUndo.value).toBe(false);
  });

  it('is what an edit changes', async () => {
    const { model, state, settled } = await open();
    model.choose({ stage: 'weight', index: [2, 0, 0, 0] });
    model.setWeight(1, { row: 0, column: 2 }, 8);
    model.setSlices([2], matrix(kernels.laplacian));
    model.setBias(-1.5);
    model.setPixel(1, { row: 3, column: 4 }, 0.25);
    await settled();
    const { weight, bias, image } = state.params.value;
    expect(valueAt(weight, [2, 1, 0, 2])).toBe(8);
    expect(valueAt(weight, [2, 2, 1, 1])).toBe(-4);
    expect([...bias.data]).toEqual([0, 0, -1.5, 0]);
    expect(valueAt(image, [1, 3, 4])).toBe(0.25);
  });

  it.each([0, 2])('adds up to its map, cell by cell, with padding %i', async (padding) => {
    const given = { ...bank(4, 4, 2), bias: ndArray([2], [0.5, -1]), padding };
    const { model } = await open(given);
    const { output } = model.tensors.value;
    for (let filter = 0; filter < 4; filter++) {
      for (let row = 0; row < output.shape[2]; row++) {
        for (let column = 0; column < output.shape[3]; column++) {
          model.pointed.value = { stage: 'output', index: [0, filter, row, column] };
          expect(model.shares.value.length).toBe(2);
          expect(model.sum.value).toBeCloseTo(model.value.value, 4);
        }
      }
    }
  });
});

describe('the scene', () => {
  const scene = async (given: Partial<Params>) => {
    const { model } = await open(given);
    const layout = () =>
      layOut(model, t, {
        scales: scalesOf(model.tensors.value),
        lit: undefined,
        narrow: false,
      });
    return { model, layout };
  };

  it.each([
    [3, 4, 1],
    [4, 4, 2],
    [8, 8, 8],
    [1, 1, 1],
  ])('of %i channels, %i filters and %i groups shows every element once', async (...of) => {
    const { model, layout } = await scene(bank(...of));
    const { content, elementOf, pickedOf } = layout();
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

  it('ties each filter to the channels of its group and to its map, in its hue', async () => {
    const { layout } = await scene(bank(4, 4, 2));
    const { threads = [], blocks } = layout().content;
    expect(threads.map(({ hue }) => hue)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
    const channelAt = (z: number): number =>
      blocks.slice(0, 4).findIndex(({ low }) => Math.abs(low[2] + 0.5 - z) < 1e-9);
    const ties = threads.filter((_, index) => index % 3 < 2).map(({ from }) => channelAt(from[2]));
    expect(ties).toEqual([0, 1, 0, 1, 2, 3, 2, 3]);
  });

  it('lets what has nothing to do with a channel stand back', async () => {
    const { model, layout } = await scene(bank(3, 3, 3));
    model.pointed.value = { stage: 'image', index: [0, 1, 0, 0] };
    const { faded, threads = [] } = layout().content;
    // Channels 0 to 2, slices 3 to 5, maps 6 to 8.
    expect([...(faded ?? [])]).toEqual([0, 2, 3, 5, 6, 8]);
    expect(threads.filter(({ faint }) => !faint).map(({ hue }) => hue)).toEqual([1, 1]);
  });
});
