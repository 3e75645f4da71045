// Runs in the browser: batch normalization by `src/tensor` and by TensorFlow.js's own operations.
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '#engine/backends.ts';
import { batchNorm } from '#tensor';

/** Milliseconds of each run, and launches of the graphics card's programs in one of them. */
export type NormRun = { readonly times: readonly number[]; readonly launches: number };

type Norm = {
  /** Where the channels are: TensorFlow.js's own operation has a gradient for the last axis only. */
  readonly channels: 'second' | 'last';
  readonly of: (x: tf.Tensor4D, gamma: tf.Tensor1D, beta: tf.Tensor1D) => tf.Tensor;
};

const EPSILON = 1e-5;
const WARM_UP = 3;

const norms: Readonly<Record<string, Norm>> = {
  'src/tensor': { channels: 'second', of: (x, gamma, beta) => batchNorm(x, { gamma, beta }).y },
  'tf.moments, tf.batchNorm': {
    channels: 'last',
    of(x, gamma, beta) {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, beta, gamma, EPSILON);
    },
  },
};

let launches = 0;

/** Counts every program that is run on the graphics card from now on. */
function countLaunches(): void {
  const { prototype } = WebGL2RenderingContext;
  for (const name of ['drawElements', 'drawArrays'] as const) {
    const draw = prototype[name] as (...args: unknown[]) => void;
    Object.assign(prototype, {
      [name](this: WebGL2RenderingContext, ...args: unknown[]) {
        launches++;
        draw.apply(this, args);
      },
    });
  }
}

/** Waits until everything that was asked for has been computed. */
async function finish(tensor: tf.Tensor): Promise<void> {
  const one = tf.slice(tf.reshape(tensor, [-1]), 0, 1);
  await one.data();
  one.dispose();
}

async function measure(step: () => tf.Tensor, runs: number): Promise<NormRun> {
  const times: number[] = [];
  let launched = 0;
  for (let run = 0; run < WARM_UP + runs; run++) {
    const before = launches;
    const start = performance.now();
    const result = tf.tidy(step);
    launched = launches - before;
    await finish(result);
    if (run >= WARM_UP) times.push(performance.now() - start);
    result.dispose();
  }
  return { times, launches: launched };
}

/** Each norm of [N, C, H, W], forward, and forward with the gradients of x, γ and β. */
export async function measureNorms(
  [images, channels, height, width]: readonly [number, number, number, number],
  runs: number,
): Promise<Record<string, { readonly forward: NormRun; readonly both: NormRun }>> {
  await startBackend('webgl');
  if (launches === 0) countLaunches();
  const gamma = tf.randomNormal<tf.Rank.R1>([channels]);
  const beta = tf.randomNormal<tf.Rank.R1>([channels]);
  const results: Record<string, { forward: NormRun; both: NormRun }> = {};
  for (const [name, { channels: place, of }] of Object.entries(norms)) {
    const cells = [height, width];
    const shape = [images, ...(place === 'last' ? [...cells, channels] : [channels, ...cells])];
    const x = tf.randomNormal<tf.Rank.R4>(shape as [number, number, number, number]);
    const dy = tf.randomNormal(shape);
    const gradients = tf.valueAndGrads((...[a, b, c]) =>
      of(a as tf.Tensor4D, b as tf.Tensor1D, c as tf.Tensor1D),
    );
    const all = (): tf.Tensor => {
      const { grads } = gradients([x, gamma, beta], dy);
      return tf.concat(grads.map((gradient) => tf.slice(tf.reshape(gradient, [-1]), 0, 1)));
    };
    results[name] = {
      forward: await measure(() => of(x, gamma, beta), runs),
      both: await measure(all, runs),
    };
    tf.dispose([x, dy]);
  }
  tf.dispose([gamma, beta]);
  return results;
}

Object.assign(window, { measureNorms });
