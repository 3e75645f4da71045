// Runs in the browser: the default recipe of the laboratory, and the same network in TensorFlow.js's layers.
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { BackendName } from '#engine/backend-names.ts';
import { startBackend } from '#engine/backends.ts';
import { BATCH, glyphRecipe, picturesOf, SIDE, type Treatment } from '#lab/glyph-network.ts';
import { startTraining, toBatch } from '#lab/training.ts';

const DEPTH = 10;
const WIDTH = 32;
const RATE = 0.3;
const WARM_UP = 5;

/** Makes one step and reads its loss. */
type Step = () => Promise<number>;

export type Speeds = Readonly<Record<'src/lab' | 'tfjs-layers', number>>;

const { learned } = picturesOf({ data: 'glyphs', seed: 1 });

function ours(treatment: Treatment): Step {
  const network = { depth: DEPTH, width: WIDTH, treatment };
  const training = startTraining(glyphRecipe(network, { learningRate: RATE, seed: 1 }), learned);
  return async () => {
    const { batch, loss, gradient } = training.step();
    const [value] = await loss.data();
    tf.dispose([batch.inputs, batch.targets, loss, gradient]);
    return value;
  };
}

function theirs(treatment: Treatment): Step {
  const model = layers.sequential();
  for (let layer = 0; layer < DEPTH; layer++) {
    const inputShape = layer === 0 ? { inputShape: [SIDE ** 2] } : {};
    const useBias = treatment === 'none';
    model.add(
      layers.layers.dense({ units: WIDTH, useBias, kernelInitializer: 'heNormal', ...inputShape }),
    );
    if (treatment === 'batch') model.add(layers.layers.batchNormalization({ epsilon: 1e-5 }));
    model.add(layers.layers.activation({ activation: 'relu' }));
  }
  model.add(layers.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.sgd(RATE), loss: 'categoricalCrossentropy' });
  const all = toBatch(learned);
  const flat = tf.reshape(all.inputs, [-1, SIDE ** 2]);
  let from = 0;
  return async () => {
    const [x, y] = [flat, all.targets].map((tensor) => tf.slice(tensor, from, BATCH));
    from = (from + BATCH) % learned.labels.length;
    const loss = await model.trainOnBatch(x, y);
    tf.dispose([x, y]);
    return Number(loss);
  };
}

/** Steps in a second of the default network, by us and by TensorFlow.js's layers: of each the median step. */
export async function measureTraining(
  backend: BackendName,
  treatment: Treatment,
  steps: number,
): Promise<Speeds> {
  await startBackend(backend);
  const runs = { 'src/lab': ours(treatment), 'tfjs-layers': theirs(treatment) } as const;
  const times = { 'src/lab': [], 'tfjs-layers': [] } as Record<keyof Speeds, number[]>;
  // In turn, so that what else the machine does befalls both.
  for (let step = -WARM_UP; step < steps; step++) {
    for (const name of ['src/lab', 'tfjs-layers'] as const) {
      const start = performance.now();
      const loss = await runs[name]();
      if (!Number.isFinite(loss)) throw new Error('The run was lost');
      if (step >= 0) times[name].push(performance.now() - start);
    }
  }
  const speed = (each: number[]): number => 1000 / each.sort((a, b) => a - b)[each.length >> 1];
  return { 'src/lab': speed(times['src/lab']), 'tfjs-layers': speed(times['tfjs-layers']) };
}

Object.assign(window, { measureTraining });
