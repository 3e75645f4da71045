import * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { sentenceOf } from '#nd/tensor-error-sentences.ts';
import { TensorError } from '#nd/tensor-error.ts';
import type { BackendFacts } from './backend-names.ts';
import { conduct, type Stage } from './conduct.ts';
import type { Answer, Arrays, Compute } from './messages.ts';

/**
 * Runs one computation on the current backend and disposes of every tensor it made.
 * Computations must not overlap: they share the backend's scope.
 * @param report hears of an experiment on its way; the experiment waits for it
 * @param data of the reader's own, for an experiment
 */
export async function run<P>(
  compute: Compute<P>,
  params: P,
  backend: BackendFacts,
  report?: (stage: Stage) => Promise<void>,
  data?: DataSet,
): Promise<Answer> {
  const engine = tf.engine();
  engine.startScope();
  try {
    const { result, milliseconds } = await finish(compute(params, data), report);
    const { name, floatBits, drawnBySoftware } = backend;
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

async function finish(
  computing: Promise<Arrays> | Experiment<Arrays>,
  report?: (stage: Stage) => Promise<void>,
): Promise<Pick<Stage, 'result' | 'milliseconds'>> {
  if (Symbol.asyncIterator in computing) return conduct(computing, report);
  const start = performance.now();
  const result = await computing;
  return { result, milliseconds: performance.now() - start };
}
