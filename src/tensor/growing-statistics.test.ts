import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { batchNorm, growingStatistics, sqrt } from '#tensor';
import { normal, seededRandom } from '#nd/random.ts';
import { expectClose } from '../../tests/support/expect-close.ts';

describe('growingStatistics', () => {
  it.each([0, 10_000])(
    'takes of the first n images what batchNorm takes, around %i',
    async (at) => {
      const random = seededRandom(4);
      const shape: [number, number, number, number] = [5, 3, 2, 2];
      const values = Array.from({ length: 60 }, () => at + normal(random));
      const x = tf.tensor4d(values, shape);
      const grown = growingStatistics(x);
      const means = tf.unstack(tf.transpose(grown.mean));
      const variances = tf.unstack(tf.transpose(grown.variance));
      expect(grown.mean.shape).toEqual([3, 5]);
      for (let images = 1; images <= 5; images++) {
        const first = batchNorm(tf.slice(x, 0, images));
        await expectClose(means[images - 1], [...(await first.mean.data())]);
        await expectClose(variances[images - 1], [...(await first.variance.data())], 1e-5, at * at);
      }
    },
  );

  it('finds the variance of one value to be 0, never less', async () => {
    const { mean, variance } = growingStatistics(tf.tensor4d([0.3, -1.7], [1, 2, 1, 1]));
    await expectClose(mean, [0.3, -1.7]);
    await expectClose(variance, [0, 0]);
    await expectClose(sqrt(variance), [0, 0]);
  });
});
