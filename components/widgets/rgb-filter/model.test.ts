import { describe, expect, it } from 'vitest';
import { conv2d, pad2d, toTensor } from '#tensor';
import { matrix, maxAbs, ndArray, sameArray } from '#nd/nd-array.ts';
import { sampleParams } from '../../../tests/support/arbitrary-params.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { pictures } from './pictures.ts';
import { sliceOf } from './slices.ts';
import { padded, reachedBy, tapsOf, type Cell } from './window.ts';
import { addendOf, equality, productsOf } from './words.ts';

async function open(given: Partial<Params> = {}) {
  const opened = await openState<typeof schema, Result>(schema, compute, given, ['cell']);
  return opened && { ...opened, model: createModel(opened.state) };
}

async function opened(given: Partial<Params> = {}) {
  const figure = await open(given);
  if (!figure) throw new Error('These params are refused');
  return figure;
}

const samples = sampleParams(schema, 80, 7) as unknown as Params[];
const figures = (await Promise.all(samples.map(open))).filter((figure) => figure !== undefined);

function cellsOf([rows, columns]: readonly number[]): Cell[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  }));
}

describe('figures of all kinds', () => {
  it('are enough to tell', () => {
    expect(figures.length).toBeGreaterThan(40);
  });

  it('have, in every cell and channel, taps that sum to what the tensors computed', () => {
    for (const { model, state } of figures) {
      expect(model.outputShape.value).toEqual(state.answered.value.result.output.shape);
      for (const cell of cellsOf(model.outputShape.value)) {
        model.pointed.value = cell;
        model.taps.value.forEach((taps, channel) => {
          const products = taps.map(({ value, weight }) => value * weight);
          const sum = products.reduce((total, product) => total + product, 0);
          const size = products.reduce((total, product) => total + Math.abs(product), 1);
          expect(Math.abs(sum - model.addends.value[channel]) / size).toBeLessThan(1e-5);
        });
      }
      model.pointed.value = undefined;
    }
  });

  it('light for a pixel every cell that has it under its window', () => {
    for (const { model, state } of figures) {
      const { params } = state.answered.value;
      const seen = cellsOf(model.outputShape.value).map((output) => ({
        output,
        taps: tapsOf(params, model.axes.value, output, 0),
      }));
      for (const pixel of cellsOf(params.image.shape.slice(1))) {
        const expected = seen
          .filter(({ taps }) =>
            taps.some(({ row, column }) => row === pixel.row && column === pixel.column),
          )
          .map(({ output }) => output);
        expect(reachedBy(model.axes.value, pixel)).toEqual(expected);
      }
    }
  });

  it('have padding as pad2d makes it', async () => {
    const red = sliceOf(pictures.shapes(5), 0);
    const x = toTensor(red, 'image', [1, 1, 5, 5]);
    const expected = pad2d(x, [
      [2, 2],
      [2, 2],
    ]);
    expect(padded(red, 2).data).toEqual(await expected.data());
    expected.dispose();
    x.dispose();
  });
});

describe('the window', () => {
  it('opens where red gives way to green, and moving it computes nothing', async () => {
    const { model, state } = await opened();
    expect(model.current.value).toEqual({ row: 2, column: 4 });
    const { answered } = state;
    const before = answered.value;
    model.pin({ row: 0, column: 1 });
    expect(state.params.value.cell).toBe(1);
    expect(state.pending.value).toBe(false);
    expect(answered.value).toBe(before);
    expect(state.canUndo.value).toBe(false);
  });

  it('stays inside an output that has become smaller', async () => {
    const { model } = await opened({ stride: 3, cell: 483 });
    expect(model.current.value).toEqual({ row: 1, column: 1 });
    model.pointed.value = { row: 5, column: 5 };
    expect(model.current.value).toEqual({ row: 1, column: 1 });
  });

  it('answers an edited pixel by moving over it', async () => {
    const { model, state, settled } = await opened();
    model.setPixel(2, { row: 0, column: 0 }, 0.7);
    await settled();
    expect(model.current.value).toEqual({ row: 0, column: 0 });
    expect(sliceOf(state.params.value.image, 2).data[0]).toBeCloseTo(0.7);
    expect(sliceOf(state.params.value.image, 0).data[0]).toBeCloseTo(0.2);
  });
});

describe('edits', () => {
  it('of one weight change one partial map and the output', async () => {
    const { model, state, settled } = await opened();
    const before = state.answered.value.result;
    model.setWeight(1, { row: 0, column: 0 }, 5);
    await settled();
    const after = state.answered.value.result;
    const moved = [0, 1, 2].map(
      (channel) => !sameArray(sliceOf(before.partial, channel), sliceOf(after.partial, channel)),
    );
    expect(moved).toEqual([false, true, false]);
    expect(sameArray(before.output, after.output)).toBe(false);
  });

  it('of a slice’s size take the other slices along', async () => {
    const { model, state } = await opened();
    model.setSlice(0, matrix([[7]]));
    expect(state.params.value.kernel.shape).toEqual([3, 1, 1]);
    expect([...state.params.value.kernel.data]).toEqual([7, 0, -1]);
    model.setKernelSide(5);
    expect(state.params.value.kernel.shape).toEqual([3, 5, 5]);
    expect(maxAbs(state.params.value.kernel.data)).toBe(7);
  });

  it('of a channel’s size take the other channels along', async () => {
    const { model, state } = await opened();
    model.setChannel(1, ndArray([4, 4], Array(16).fill(0.25)));
    const { image } = state.params.value;
    expect(image.shape).toEqual([3, 4, 4]);
    expect([...sliceOf(image, 1).data]).toEqual(Array(16).fill(0.25));
    model.setImageSide(16);
    expect(state.params.value.image.shape).toEqual([3, 16, 16]);
  });
});

describe('printed sums', () => {
  it('say = where the printed numbers add up, ≈ where rounding shows', () => {
    expect(equality([1.6, 2.4, -0.2, 0.5], 4.3, 1)).toBe('=');
    expect(equality([1 / 3, 1 / 3, 1 / 3, 0], 1, 2)).toBe('≈');
  });

  it('put a sign before every addend but the first, and none before a zero', () => {
    expect(addendOf(-1.2, 1, true)).toEqual({ sign: '', text: '−1.2' });
    expect(addendOf(-1.2, 1, false)).toEqual({ sign: '−', text: '1.2' });
    expect(addendOf(-0.001, 1, false)).toEqual({ sign: '+', text: '0.0' });
  });

  it('list the products of the weights that are not 0', async () => {
    const { model } = await opened();
    const { terms, equals, sum } = productsOf(model, 0);
    expect(terms.map(({ sign, text }) => `${sign}${text}`)).toEqual([
      ...['1 × 0.9', '−1 × 0.5', '+2 × 0.9', '−2 × 0.5', '+1 × 0.9', '−1 × 0.5'],
    ]);
    expect(`${equals} ${sum}`).toBe('= 1.6');
  });
});

it('the largest difference is that between the sum of the maps and one whole convolution', async () => {
  const { model, state } = await opened();
  const { params, result } = state.answered.value;
  expect(model.difference.value).toBeLessThan(1e-5);
  const x = toTensor(params.image, 'image', [1, 3, 8, 8]);
  const weight = toTensor(params.kernel, 'kernel', [1, 3, 3, 3]);
  const y = conv2d(x, weight);
  const whole = await y.data();
  expect(result.output.data[0]).toBeCloseTo(whole[0] + params.bias, 5);
  for (const tensor of [x, weight, y]) tensor.dispose();
});

it('two figures of one page do not know of each other', async () => {
  const [one, other] = [await opened(), await opened()];
  one.model.setKernelSide(5);
  one.model.pointed.value = { row: 3, column: 3 };
  expect(other.model.current.value).toEqual({ row: 2, column: 4 });
  expect(sameArray(other.state.params.value.kernel, schema.kernel.default)).toBe(true);
});
