import * as tf from '@tensorflow/tfjs-core';
import { it } from 'vitest';
import { centre } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

it('centring leaves values with the mean 0, and tells what it took away', async () => {
  const { centred, mean, variance } = centre(tf.tensor1d([1, 2, 6]), [0]);
  await expectClose(centred, [-2, -1, 3]);
  await expectClose(mean, [3]);
  await expectClose(variance, [14 / 3]);
  tf.dispose([centred, mean, variance]);
});
