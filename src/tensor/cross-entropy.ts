import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { requireRank } from './require.ts';

/**
 * How little a network expected the right classes, in nats, averaged over the batch.
 *
 *     L = −mean_n Σ_k t[n, k] · log softmax(z[n])[k]
 *
 * @param logits z, [N, K]
 * @param targets t, [N, K]: 1 for the right class, 0 for the others; has no gradient
 * @returns []
 * @throws TensorError `wrong-shape` if the two differ in shape
 * @see torch.nn.functional.cross_entropy
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  requireRank('logits', logits, 2);
  if (targets.shape.join() !== logits.shape.join()) {
    throw new TensorError('wrong-shape', 'targets', {
      was: targets.shape.join(', '),
      must: logits.shape.join(', '),
    });
  }
  const [images] = logits.shape;
  const loss = tf.customGrad((z, save) => {
    const log = tf.logSoftmax(z as tf.Tensor2D);
    (save as tf.GradSaveFunc)([log]);
    return {
      value: tf.div(tf.sum(tf.mul(log, targets)), -images),
      // (softmax z − t) / N: the exponents and sums of the way there are not gone back through.
      gradFunc: (dy, [saved]) => tf.mul(tf.sub(tf.exp(saved), targets), tf.div(dy, images)),
    };
  });
  return tf.tidy(() => loss(logits) as tf.Scalar);
}
