import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Edges, PaddingMode } from '#nd/conv-geometry.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { pad2d } from '#tensor';
import { expectOperation } from '../../tests/support/fixtures.ts';

/** Where the cells of a padded row of four come from; − for an added constant. */
const rows: readonly (readonly [PaddingMode, Edges, string])[] = [
  ['constant', [2, 1], '− − 0 1 2 3 −'],
  ['reflect', [2, 1], '2 1 0 1 2 3 2'],
  ['reflect', [3, 3], '3 2 1 0 1 2 3 2 1 0'],
  ['reflect', [0, 2], '0 1 2 3 2 1'],
  ['replicate', [2, 1], '0 0 0 1 2 3 3'],
  ['replicate', [0, 5], '0 1 2 3 3 3 3 3 3'],
  ['replicate', [1, 0], '0 0 1 2 3'],
];

const VALUE = -7;
const cells = [10, 11, 12, 13];

describe('pad2d', () => {
  it.each(rows)('%s %j: the row 0 1 2 3 becomes %s', async (mode, edges, text) => {
    const sources = text.split(' ').map((word) => (word === '−' ? undefined : Number(word)));
    const data = sources.map((from) => (from === undefined ? VALUE : cells[from]));
    // A cell collects the gradient of each of its copies.
    const upstream = sources.map((_, index) => index + 1);
    const collected = cells.map((_, cell) =>
      upstream.reduce((sum, dy, index) => sum + (sources[index] === cell ? dy : 0), 0),
    );
    const options = { mode, value: VALUE };
    for (const axis of [2, 3] as const) {
      const shaped = (length: number) => (axis === 2 ? [1, 1, length, 1] : [1, 1, 1, length]);
      const none = [0, 0] as const;
      await expectOperation(
        (x) => pad2d(x as tf.Tensor4D, axis === 2 ? [edges, none] : [none, edges], options),
        [{ shape: shaped(4), data: cells }],
        {
          y: { shape: shaped(data.length), data },
          dy: { shape: shaped(data.length), data: upstream },
          gradients: [{ shape: shaped(4), data: collected }],
        },
      );
    }
  });

  it('pads both axes, each by its own edges, in every image and channel', async () => {
    const x = { shape: [2, 1, 2, 2], data: [1, 2, 3, 4, 5, 6, 7, 8] };
    const image = (a: number, b: number, c: number, d: number) => [b, a, b, d, c, d, b, a, b];
    const y = { shape: [2, 1, 3, 3], data: [...image(1, 2, 3, 4), ...image(5, 6, 7, 8)] };
    const dy = { shape: y.shape, data: Array(18).fill(1) };
    const dx = { shape: x.shape, data: [2, 4, 1, 2, 2, 4, 1, 2] };
    await expectOperation(
      (x) =>
        pad2d(
          x as tf.Tensor4D,
          [
            [0, 1],
            [1, 0],
          ],
          { mode: 'reflect' },
        ),
      [x],
      { y, dy, gradients: [dx] },
    );
  });

  it.each(['constant', 'reflect', 'replicate'] as const)(
    'adds nothing where the edges are 0, %s',
    async (mode) => {
      const y = tf.tidy(() =>
        pad2d(
          tf.ones([1, 2, 1, 1]),
          [
            [0, 0],
            [0, 0],
          ],
          { mode, value: VALUE },
        ),
      );
      expect(y.shape).toEqual([1, 2, 1, 1]);
      expect(Array.from(await y.data())).toEqual([1, 1]);
      y.dispose();
    },
  );

  it('fills with zeros unless told otherwise', async () => {
    const y = tf.tidy(() =>
      pad2d(tf.ones([1, 1, 1, 1]), [
        [1, 0],
        [0, 1],
      ]),
    );
    expect(Array.from(await y.data())).toEqual([0, 0, 1, 0]);
    y.dispose();
  });

  it.each<[Edges, Edges, number]>([
    [[2, 0], [0, 0], 2],
    [[0, 0], [0, 3], 3],
  ])('refuses to mirror %j rows and %j columns of a 2 × 3 image', (vertical, horizontal, was) => {
    const attempt = (): void =>
      tf.tidy(
        () => void pad2d(tf.zeros([1, 1, 2, 3]), [vertical, horizontal], { mode: 'reflect' }),
      );
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'reflect-too-far', values: { was, most: was - 1 } }) as Error,
    );
  });
});
