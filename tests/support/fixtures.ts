import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import { toTensor } from '#tensor';
import { expectClose } from './expect-close.ts';

/** An array as the fixture files hold it. */
export type Stored = { readonly shape: number[]; readonly data: number[] };

export function stored({ shape, data }: Stored): tf.Tensor {
  return toTensor(ndArray(shape, data), 'fixture');
}

/**
 * Holds an operation of any number of tensors against its fixture: value, gradient of every input
 * under the upstream gradient `dy`, and that nothing is left on the backend.
 */
export async function expectOperation(
  operation: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly Stored[],
  expected: {
    readonly y: Stored;
    readonly dy: Stored;
    readonly gradients: readonly Stored[];
    /** Size of what cancels in the gradients, where that is more than they are. */
    readonly terms?: number;
  },
): Promise<void> {
  const before = tf.memory().numTensors;
  const tensors = inputs.map((input) => stored(input));
  const dy = stored(expected.dy);
  const { value, grads } = tf.valueAndGrads(operation)(tensors, dy);
  expect(value.shape).toEqual(expected.y.shape);
  await expectClose(value, expected.y.data);
  for (const [index, gradient] of expected.gradients.entries()) {
    await expectClose(grads[index], gradient.data, undefined, expected.terms);
  }
  tf.dispose([...tensors, dy, value, ...grads]);
  expect(tf.memory().numTensors).toBe(before);
}
