import * as tf from '@tensorflow/tfjs-core';
import { activation, conv2d } from '#tensor';

const SIZE = 8;
const KERNEL = 3;

/**
 * Convolves small integers on the current backend and in plain loops. All sums are integers that
 * every float holds exactly, so that any difference at all is a fault.
 */
export async function passesSelfCheck(): Promise<boolean> {
  const image = Array.from({ length: SIZE * SIZE }, (_, i) => (i * 7) % 11);
  const kernel = Array.from({ length: KERNEL * KERNEL }, (_, i) => ((i * 5) % 9) - 4);
  const output = tf.tidy(() =>
    activation(
      conv2d(tf.tensor4d(image, [1, 1, SIZE, SIZE]), tf.tensor4d(kernel, [1, 1, KERNEL, KERNEL])),
      'relu',
    ),
  );
  try {
    const got = await output.data();
    return got.every((value, index) => value === windowSum(image, kernel, index));
  } finally {
    output.dispose();
  }
}

function windowSum(image: number[], kernel: number[], index: number): number {
  const width = SIZE - KERNEL + 1;
  const [row, column] = [Math.floor(index / width), index % width];
  const sum = kernel.reduce((sum, weight, tap) => {
    const [u, v] = [Math.floor(tap / KERNEL), tap % KERNEL];
    return sum + weight * image[(row + u) * SIZE + column + v];
  }, 0);
  return Math.max(0, sum);
}
