import * as tf from '@tensorflow/tfjs-core';

/** 2^14 steps of the power method: enough to tell eigenvalues one thousandth apart. */
const SQUARINGS = 14;

/**
 * Largest eigenvalue of a symmetric positive semi-definite matrix: the power method by repeated
 * squaring, then the Rayleigh quotient, whose error is the square of the vector's.
 * @param matrix [n, n]
 */
export function largestEigenvalue(matrix: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    let power: tf.Tensor2D = matrix;
    for (let i = 0; i < SQUARINGS; i++) {
      const scaled = tf.div<tf.Tensor2D>(power, tf.add(tf.max(tf.abs(power)), 1e-30));
      power = tf.matMul(scaled, scaled);
    }
    // Unequal entries, so that the start is orthogonal to no eigenvector that one meets in practice.
    const start = tf.reshape(tf.range(1, matrix.shape[0] + 1), [-1, 1]) as tf.Tensor2D;
    const vector = tf.matMul(power, start);
    const image = tf.matMul(matrix, vector);
    return tf.div(tf.sum(tf.mul(vector, image)), tf.add(tf.sum(tf.square(vector)), 1e-30));
  });
}
