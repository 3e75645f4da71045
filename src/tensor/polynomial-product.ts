import * as tf from '@tensorflow/tfjs-core';

/**
 * Coefficients of a product of linear factors: of (a₁ + b₁t)(a₂ + b₂t) … in rising powers of t.
 * @param factors [n, 2], each row a and b
 * @returns [n + 1]
 * @see numpy.polynomial.polynomial.polymul
 */
export function polynomialProduct(factors: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    let product = tf.ones([1]) as tf.Tensor1D;
    for (let row = 0; row < factors.shape[0]; row++) {
      const [a, b] = [0, 1].map((column) =>
        tf.reshape(tf.slice(factors, [row, column], [1, 1]), [1]),
      );
      product = tf.add(tf.pad1d(tf.mul(product, a), [0, 1]), tf.pad1d(tf.mul(product, b), [1, 0]));
    }
    return product;
  });
}
