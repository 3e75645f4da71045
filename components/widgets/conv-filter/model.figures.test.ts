import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { outputSize, windowStart } from '#nd/conv-geometry.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { pad2d, toTensor } from '#tensor';
import { sampleParams } from '../../../tests/support/arbitrary-params.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel, paddedImage, paddedShape, reachedBy, tapsOf, type Cell } from './model.ts';
import { params as schema, type Params } from './params.ts';

/** A figure as it opens, or undefined where its params are refused. */
async function open(initial: Params) {
  const opened = await openState<typeof schema, Result>(schema, compute, initial, ['step', 'cell']);
  if (!opened) return undefined;
  const { state } = opened;
  return {
    model: createModel(state),
    state,
    params: initial,
    result: state.answered.peek().result,
  };
}

type Figure = NonNullable<Awaited<ReturnType<typeof open>>>;

/** Figures of many kinds: every padding mode, stride, dilation and size. */
async function manyFigures(count: number): Promise<Figure[]> {
  const samples = sampleParams(schema, count, 1) as unknown as Params[];
  const figures = await Promise.all(samples.map((params) => open(params)));
  return figures.filter((figure) => figure !== undefined);
}

function cellsOf([rows, columns]: readonly number[]): Cell[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  }));
}

const figures = await manyFigures(200);

describe('figures of all kinds', () => {
  it('are enough to tell', () => {
    expect(figures.length).toBeGreaterThan(60);
    for (const mode of schema.paddingMode.options) {
      const some = figures.filter(
        ({ params }) => params.paddingMode === mode && params.padding > 0,
      );
      expect(some.length, mode).toBeGreaterThan(5);
    }
  });

  it('have taps whose products and bias sum to what the tensors computed, in every cell', () => {
    for (const { model, params } of figures) {
      for (const cell of cellsOf(model.outputShape.value)) {
        model.pointed.value = cell;
        const products = model.taps.value.map(({ product }) => product);
        const sum = products.reduce((total, product) => total + product, params.bias);
        const size = products.reduce((total, product) => total + Math.abs(product), 1);
        expect(Math.abs(sum - model.sum.value) / size).toBeLessThan(1e-5);
      }
      model.pointed.value = undefined;
    }
  });

  it('have as many output cells as the tensors', () => {
    for (const { model, result } of figures) {
      expect(model.outputShape.value).toEqual(result.linear.shape);
    }
  });

  it('have padding as pad2d makes it', async () => {
    for (const { model, params } of figures) {
      const { image, padding, paddingMode: mode, paddingValue: value } = params;
      const [height, width] = image.shape;
      const edges = [padding, padding] as const;
      const expected = tf.tidy(() =>
        pad2d(toTensor(image, 'image', [1, 1, height, width]), [edges, edges], { mode, value }),
      );
      const got = paddedImage(params);
      expect(got.shape).toEqual(expected.shape.slice(2));
      expect(got.shape).toEqual(paddedShape(model.axes.value));
      expect(got.data).toEqual(await expected.data());
      expected.dispose();
    }
  });

  it('light for an input cell every output cell that has it, or a copy of it, under its window', () => {
    for (const { model, params } of figures) {
      const numbers = numbered(params.image.shape);
      const windows = cellsOf(model.outputShape.value).map((output) => ({
        output,
        sees: new Set(
          tapsOf({ ...params, image: numbers, paddingValue: 0 }, model.axes.value, output).map(
            ({ value }) => value,
          ),
        ),
      }));
      for (const [index, cell] of cellsOf(params.image.shape).entries()) {
        const seeing = windows.filter(({ sees }) => sees.has(index + 1));
        const expected = seeing.map(({ output }) => output);
        expect(reachedBy(params, model.axes.value, cell)).toEqual(expected);
      }
    }
  });

  it('answer an edited cell with the window that has it nearest to its middle', async () => {
    for (const { model, state, params } of await manyFigures(80)) {
      for (const cell of cellsOf(params.image.shape).filter((_, index) => index % 5 === 0)) {
        model.setPixel(cell, 1);
        const { row, column } = model.current.value;
        expect(offCentre(model, 0, row, cell.row)).toBe(leastOffCentre(model, 0, cell.row));
        expect(offCentre(model, 1, column, cell.column)).toBe(
          leastOffCentre(model, 1, cell.column),
        );
      }
      expect(state.params.value.step).toBe(schema.step.max);
    }
  });
});

/** 1, 2, 3 …: values that tell which cell they come from. */
function numbered(shape: readonly number[]): NdArray {
  return ndArray(
    shape,
    cellsOf(shape).map((_, index) => index + 1),
  );
}

type Model = Figure['model'];

/** How far an input position is from the middle of a window, along one axis. */
function offCentre(model: Model, axis: 0 | 1, output: number, position: number): number {
  const geometry = model.axes.value[axis];
  expect(output).toBeOneOf(Array.from({ length: outputSize(geometry) }, (_, index) => index));
  const middle = windowStart(geometry, output) + (geometry.dilation * (geometry.kernel - 1)) / 2;
  return Math.abs(position - middle);
}

function leastOffCentre(model: Model, axis: 0 | 1, position: number): number {
  const count = outputSize(model.axes.value[axis]);
  const all = Array.from({ length: count }, (_, output) =>
    offCentre(model, axis, output, position),
  );
  return Math.min(...all);
}
