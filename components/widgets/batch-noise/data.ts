import { normal, seededRandom } from '#nd/random.ts';
import type { Params } from './params.ts';

/** How many batches are drawn. */
export const BATCHES = 200;

/** Images of the largest batch; a smaller one is its first images. */
export const LARGEST = 256;

/** Batch sizes that the table names. */
export const doublings = Array.from({ length: Math.log2(LARGEST) }, (_, index) => 2 ** (index + 1));

/** Batch sizes whose measurement is shown: the doublings, what lies half-way, and last the chosen one. */
export const measuredSizes = (batchSize: number): readonly number[] => [
  ...doublings,
  ...doublings.slice(0, -1).map((size) => size * 1.5),
  batchSize,
];

type Draw = Pick<Params, 'side' | 'correlation' | 'seed'>;

/**
 * Pixels of mean 0 and variance 1, any two of one image correlated: what all pixels of an image have
 * in common, and what each has for itself.
 * @returns [images, H · W] of one batch
 */
export function drawBatch(
  { side, correlation, seed }: Draw,
  batch: number,
  images: number,
): Float32Array {
  const pixels = side * side;
  // A normal number takes two uniform ones.
  const random = seededRandom(seed, 2 * batch * LARGEST * (pixels + 1));
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const values = new Float32Array(images * pixels);
  for (let image = 0; image < images; image++) {
    const common = shared * normal(random);
    for (let pixel = 0; pixel < pixels; pixel++) {
      values[image * pixels + pixel] = common + own * normal(random);
    }
  }
  return values;
}

/** All batches at their largest, each as a channel: [256, 200, H, W]. */
export function drawBatches(draw: Draw): Float32Array {
  const pixels = draw.side ** 2;
  const values = new Float32Array(LARGEST * BATCHES * pixels);
  for (let batch = 0; batch < BATCHES; batch++) {
    const drawn = drawBatch(draw, batch, LARGEST);
    for (let image = 0; image < LARGEST; image++) {
      values.set(
        drawn.subarray(image * pixels, (image + 1) * pixels),
        (image * BATCHES + batch) * pixels,
      );
    }
  }
  return values;
}
