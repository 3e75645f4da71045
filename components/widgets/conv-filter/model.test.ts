import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { matrix, ndArray, sameArray } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { createModel, paddedImage } from './model.ts';
import { params as schema, type Params } from './params.ts';

/** A figure as it opens. */
async function open(given: Partial<Params>) {
  const opened = await openState<typeof schema, Result>(schema, compute, given, ['step', 'cell']);
  if (!opened) throw new Error('These params are refused');
  return { ...opened, model: createModel(opened.state) };
}

describe('the window', () => {
  const blur = { image: images.dot(7), kernel: matrix(kernels.blur) };

  it('stands where the timeline has come to, and at the last cell beyond its end', async () => {
    const { model } = await open({ ...blur, step: 7 });
    expect(model.current.value).toEqual({ row: 1, column: 2 });
    expect(model.filledTo.value).toBe(7);
    model.state.show({ step: schema.step.max });
    expect(model.current.value).toEqual({ row: 4, column: 4 });
    expect(model.filledTo.value).toBe(24);
  });

  it('follows what is pointed at, if that is a cell of the output', async () => {
    const { model } = await open({ ...blur, step: 0 });
    model.pointed.value = { row: 3, column: 1 };
    expect(model.current.value).toEqual({ row: 3, column: 1 });
    model.pointed.value = { row: 5, column: 0 };
    expect(model.current.value).toEqual({ row: 0, column: 0 });
  });

  it('shows the whole map after an edited cell, around that cell', async () => {
    const { model, state, settled } = await open({ ...blur, step: 0 });
    model.setPixel({ row: 2, column: 4 }, 9);
    await settled();
    expect(model.filledTo.value).toBe(24);
    expect(model.current.value).toEqual({ row: 1, column: 3 });
    expect(model.sum.value).toBeCloseTo(10 / 9, 5);
    state.undo();
    expect(state.params.value.image).toBe(blur.image);
    expect(state.params.value.step).toBe(0);
  });

  it('stays where it is while a weight is edited, and the sum follows', async () => {
    const { model, settled } = await open({ ...blur, step: 12 });
    const held = model.current.value;
    model.setWeight({ row: 1, column: 1 }, 5);
    await settled();
    expect(model.current.value).toEqual(held);
    expect(model.sum.value).toBe(5);
    expect(model.filledTo.value).toBe(24);
  });

  it('paints the cells of one stroke as one edit', async () => {
    const { model, state } = await open(blur);
    for (const column of [1, 2, 3]) model.setPixel({ row: 0, column }, 1, 'stroke 1');
    expect([...state.params.value.image.data.slice(0, 5)]).toEqual([0, 1, 1, 1, 0]);
    state.undo();
    expect(state.params.value.image).toBe(blur.image);
    expect(state.canUndo.value).toBe(false);
  });
});

describe('sizes', () => {
  it('of the image and the kernel change what is there, not only its frame', async () => {
    const { model, state, settled } = await open({ image: images.dot(3) });
    model.setImageSide(6);
    model.setKernelSide(5);
    await settled();
    const { image, kernel } = state.params.value;
    expect(image.data.filter((value) => value === 1)).toHaveLength(4);
    expect(kernel.shape).toEqual([5, 5]);
    expect(kernel.data[11]).toBe(-2);
    expect(model.outputShape.value).toEqual([2, 2]);
  });

  it('that do not fit keep the last good figure', async () => {
    const { model, state, settled } = await open({ image: images.dot(4) });
    model.setKernelSide(5);
    await settled();
    expect(state.failure.value).toMatchObject({ kind: 'refused', error: { argument: 'kernel' } });
    expect(model.outputShape.value).toEqual([2, 2]);
    expect(model.taps.value).toHaveLength(9);
  });

  it('that cannot be mirrored show no cell that is not in the image', () => {
    const image = ndArray([2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);
    const params = completed(schema, { image, padding: 4, paddingMode: 'reflect' });
    const { shape, data } = paddedImage(params);
    expect(shape).toEqual([10, 12]);
    expect(data).toHaveLength(120);
    expect([...data].filter((value) => !image.data.includes(value))).toEqual([]);
  });
});

describe('padding the output instead', () => {
  it('is compared cell by cell, and differs in the ring only', async () => {
    const { model } = await open({ padding: 1, padOutput: true });
    const differing = model.differing.value ?? [];
    expect(differing.length).toBeGreaterThan(0);
    const inner = differing.filter(({ row, column }) => row % 7 !== 0 && column % 7 !== 0);
    expect(inner).toEqual([]);
  });

  it('differs nowhere where everything is zero', async () => {
    const image = ndArray([5, 5], Array(25).fill(0));
    const { model } = await open({ image, padding: 1, padOutput: true });
    expect(model.differing.value).toEqual([]);
  });

  it('cannot be compared where it is not asked for, or of another size', async () => {
    expect((await open({ padding: 1 })).model.differing.value).toBeUndefined();
    const strided = await open({ padding: 2, stride: 2, padOutput: true });
    expect(strided.model.differing.value).toBeUndefined();
  });

  it('shares its scale with the other maps', async () => {
    const { model } = await open({ padding: 1, padOutput: true, paddingValue: -40 });
    expect(model.largestOutput.value).toBeGreaterThanOrEqual(40);
  });
});

it('two figures of one page do not know of each other', async () => {
  const [one, other] = [await open({}), await open({})];
  one.model.setKernelSide(5);
  one.model.pointed.value = { row: 3, column: 3 };
  expect(other.model.current.value).not.toEqual(one.model.current.value);
  expect(sameArray(other.state.params.value.kernel, schema.kernel.default)).toBe(true);
});
