import * as tf from '@tensorflow/tfjs-core';
import { sentenceOf } from '#nd/tensor-error-sentences.ts';
import { TensorError } from '#nd/tensor-error.ts';
import type { BackendFacts } from './backend-names.ts';
import type { Answer, Compute } from './messages.ts';

/**
 * Runs one computation on the current backend and disposes of every tensor it made.
 * Computations must not overlap: they share the backend's scope.
 */
export async function run<P>(
  compute: Compute<P>,
  params: P,
  backend: BackendFacts,
): Promise<Answer> {
  const engine = tf.engine();
  engine.startScope();
  try {
    const start = performance.now();
    const result = await compute(params);
    const { name, floatBits, drawnBySoftware } = backend;
    const milliseconds = performance.now() - start;
    return {
      kind: 'result',
      result,
      computedBy: { name, floatBits, drawnBySoftware, milliseconds },
    };
  } catch (error) {
    if (!(error instanceof TensorError)) throw error;
    const { code, argument } = error;
    return { kind: 'refused', error: { code, argument, sentence: sentenceOf(error) } };
  } finally {
    engine.endScope();
  }
}
