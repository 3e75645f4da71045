import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { requireRank } from './require.ts';

/**
 * A dense layer: every output is a weighted sum of all inputs.
 *
 *     y[n, o] = b[o] + Σ_i w[o, i] · x[n, i]
 *
 * @param x [N, I]
 * @param weight [O, I]
 * @param bias [O]
 * @returns [N, O]
 * @throws TensorError if ranks or sizes do not fit together
 * @see torch.nn.functional.linear
 */
export function linear(x: tf.Tensor2D, weight: tf.Tensor2D, bias?: tf.Tensor1D): tf.Tensor2D {
  requireRank('input', x, 2);
  requireRank('weight', weight, 2);
  const [outputs, inputs] = weight.shape;
  if (inputs !== x.shape[1]) {
    throw new TensorError('wrong-shape', 'weight', {
      was: weight.shape.join(', '),
      must: `${outputs}, ${x.shape[1]}`,
    });
  }
  if (bias && (bias.rank !== 1 || bias.shape[0] !== outputs)) {
    throw new TensorError('wrong-shape', 'bias', { was: bias.shape.join(', '), must: outputs });
  }
  return tf.tidy(() => {
    // WebAssembly has its fast product for matrices that lie as they are only.
    const isWasm = tf.getBackend() === 'wasm';
    const b = isWasm ? tf.transpose(weight) : weight;
    return tf.fused.matMul({ a: x, b, transposeB: !isWasm, bias }) as tf.Tensor2D;
  });
}
