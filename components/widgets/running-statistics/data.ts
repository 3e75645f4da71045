import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import type { Params } from './params.ts';

/** Batches of a run. */
export const STEPS = 100;

/** Rows and columns of an image. */
export const SIDE = 3;

export const PIXELS = SIDE ** 2;

type Draw = Pick<Params, 'batchSize' | 'mean' | 'drift' | 'variance' | 'seed'>;

/** Mean of the pixels of a batch, counted from 0; −1 is before the first. */
export function trueMean({ mean, drift }: Pick<Draw, 'mean' | 'drift'>, step: number): number {
  return mean + (drift * (step + 1)) / STEPS;
}

/** All batches of one channel, each batch as a channel of its own: [N, 100, 3, 3]. */
export function drawBatches(draw: Draw): NdArray {
  const random = seededRandom(draw.seed);
  const deviation = Math.sqrt(draw.variance);
  const values = Array.from({ length: draw.batchSize * STEPS * PIXELS }, (_, index) => {
    const step = Math.floor(index / PIXELS) % STEPS;
    return trueMean(draw, step) + deviation * normal(random);
  });
  return ndArray([draw.batchSize, STEPS, SIDE, SIDE], values);
}

/** The first image of every batch, which the figure follows: [1, 100, 3, 3]. */
export function drawImages(draw: Draw): NdArray {
  return drawBatches({ ...draw, batchSize: 1 });
}
