import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { addTwoFloats, cumulativeProduct, multiplyTwoFloats, twoFloat } from '#tensor';
import { seededRandom } from '#nd/random.ts';

/** What two float32 leave of a number. */
const LOST = 2 ** -44;

type Pair = ReturnType<typeof twoFloat>;

async function valuesOf({ high, low }: Pair): Promise<number[]> {
  const [highs, lows] = await Promise.all([high.data(), low.data()]);
  tf.dispose([high, low]);
  return Array.from(highs, (value, index) => value + lows[index]);
}

function expectNear(got: readonly number[], expected: readonly number[], relative = LOST): void {
  expect(got.length).toBe(expected.length);
  got.forEach((value, index) => {
    const most = relative * Math.abs(expected[index]);
    expect(
      Math.abs(value - expected[index]),
      `${value} for ${expected[index]}`,
    ).toBeLessThanOrEqual(most);
  });
}

function draw(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => (random() - 0.5) * 10 ** (6 * random() - 3));
}

describe('two float32', () => {
  it('hold twice as many digits as one', async () => {
    const values = [0.1, 1.2, -Math.PI, 1 / 3, 0, 123456.789012];
    const { high } = twoFloat(values, [values.length]);
    expect(Array.from(await high.data())).toEqual(values.map(Math.fround));
    high.dispose();
    expectNear(await valuesOf(twoFloat(values, [2, 3])), values, 2 ** -48);
  });

  it('are added and multiplied as such', async () => {
    const [a, b] = [draw(300, 1), draw(300, 2)];
    const [first, second] = [twoFloat(a, [300]), twoFloat(b, [300])];
    const sum = await valuesOf(addTwoFloats(first, second));
    const product = await valuesOf(multiplyTwoFloats(first, second));
    tf.dispose([first, second]);
    sum.forEach((value, index) => {
      const terms = Math.abs(a[index]) + Math.abs(b[index]);
      expect(Math.abs(value - (a[index] + b[index]))).toBeLessThanOrEqual(LOST * terms);
    });
    expectNear(
      product,
      a.map((value, index) => value * b[index]),
    );
  });

  it('keep what cancels', async () => {
    const [first, second] = [twoFloat([1 + 1e-10], [1]), twoFloat([-1], [1])];
    const [rest] = await valuesOf(addTwoFloats(first, second));
    tf.dispose([first, second]);
    expect(Math.abs(rest - 1e-10)).toBeLessThan(1e-14);
  });

  it('broadcast a column over a row', async () => {
    const [column, row] = [twoFloat([0.1, 0.2], [2, 1]), twoFloat([0.3, 0.7, 0.9], [1, 3])];
    const product = multiplyTwoFloats(column, row);
    expect(product.high.shape).toEqual([2, 3]);
    tf.dispose([column, row]);
    expectNear(await valuesOf(product), [0.03, 0.07, 0.09, 0.06, 0.14, 0.18]);
  });
});

describe('cumulativeProduct', () => {
  const rows = [
    [1.5, 0.8, 1.2, 2, -0.3],
    [0.1, 7, 1 / 3, -1, 0],
  ];
  const running = (row: readonly number[]): number[] =>
    row.map((_, index) => row.slice(0, index + 1).reduce((product, value) => product * value, 1));
  const before = (row: readonly number[]): number[] => [1, ...running(row).slice(0, -1)];
  const backwards = (f: (row: readonly number[]) => number[]) => (row: readonly number[]) =>
    f(row.toReversed()).toReversed();

  it.each([
    [{}, running],
    [{ exclusive: true }, before],
    [{ reverse: true }, backwards(running)],
    [{ exclusive: true, reverse: true }, backwards(before)],
  ])('%j', async (options, expected) => {
    const a = twoFloat(rows.flat(), [2, 5]);
    const got = await valuesOf(cumulativeProduct(a, options));
    tf.dispose([a.high, a.low]);
    expectNear(got, rows.flatMap(expected), 8 * LOST);
  });

  it('knows 1.2³⁰ to twelve digits, where float32 has lost the sixth', async () => {
    const a = twoFloat(Array<number>(30).fill(1.2), [1, 30]);
    const got = (await valuesOf(cumulativeProduct(a))).at(-1) ?? NaN;
    tf.dispose([a.high, a.low]);
    expect(got.toPrecision(12)).toBe((1.2 ** 30).toPrecision(12));
    expect((Math.fround(1.2) ** 30).toFixed(3)).not.toBe((1.2 ** 30).toFixed(3));
  });

  it('of a single column is that column, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const a = twoFloat([3, 0.1], [2, 1]);
    expectNear(await valuesOf(cumulativeProduct(a)), [3, 0.1]);
    tf.dispose([a.high, a.low]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
