import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { requireRank } from './require.ts';

/**
 * How little a network expected the right classes, in nats, averaged over the batch. Of several networks
 * that have seen one batch there is a loss each.
 *
 *     L[…] = −mean_n Σ_k t[n, k] · log softmax(z[…, n])[k]
 *
 * @param logits z, [N, K], or [S, N, K] of S networks
 * @param targets t, [N, K]: 1 for the right class, 0 for the others; has no gradient
 * @returns [], or [S]
 * @throws TensorError `wrong-shape` if the two differ in their last two axes
 * @see torch.nn.functional.cross_entropy
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar;
export function crossEntropy(logits: tf.Tensor3D, targets: tf.Tensor2D): tf.Tensor1D;
export function crossEntropy(logits: tf.Tensor2D | tf.Tensor3D, targets: tf.Tensor2D): tf.Tensor {
  requireRank('targets', targets, 2);
  const shape: readonly number[] = logits.shape;
  const ofOne = shape.slice(-2).join(', ');
  if (targets.shape.join(', ') !== ofOne) {
    throw new TensorError('wrong-shape', 'targets', { was: targets.shape.join(', '), must: ofOne });
  }
  const [images] = targets.shape;
  const stacked = shape.slice(0, -2);
  const loss = tf.customGrad((z, save) => {
    const log = tf.logSoftmax(z as tf.Tensor);
    (save as tf.GradSaveFunc)([log]);
    return {
      value: tf.div(tf.sum(tf.mul(log, targets), [-2, -1]), -images),
      // (softmax z − t) / N: the exponents and sums of the way there are not gone back through.
      gradFunc: (dy, [saved]) => {
        const each = stacked.length > 0 ? tf.reshape(dy, [...stacked, 1, 1]) : dy;
        return tf.mul(tf.sub(tf.exp(saved), targets), tf.div(each, images));
      },
    };
  });
  return tf.tidy(() => loss(logits));
}
