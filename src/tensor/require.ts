import type * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';

/** @throws TensorError `wrong-rank` unless the tensor has `rank` axes */
export function requireRank(argument: string, tensor: tf.Tensor, rank: number): void {
  if (tensor.rank !== rank) {
    throw new TensorError('wrong-rank', argument, { was: tensor.rank, must: rank });
  }
}
