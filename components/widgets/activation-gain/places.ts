import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { sizes } from './sizes.ts';

/** Ends of the axis of inputs, and steps in one unit of it: kinks at 0 and 3 are among them. */
export const ENDS = [-4, 4] as const;
export const FINENESS = 16;

/** Where the curve is computed: [129]. */
export const places = Array.from(
  { length: (ENDS[1] - ENDS[0]) * FINENESS + 1 },
  (_, at) => ENDS[0] + at / FINENESS,
);

/** Bins of the inputs, and those of the outputs between these ends: the outputs' 0 is in the middle of one. */
export const INPUT_BINS = 40;
export const OUTPUT_BINS = 81;
export const OUTPUT_ENDS = [-8.1, 8.1] as const;

/** Numbers of the largest sample; the smaller ones are its beginnings. */
export const LARGEST = Number(sizes[sizes.length - 1]);

/**
 * Numbers in a row of a sample, which every size is a multiple of: WebGL keeps rows as rows, but folds a
 * list of this length otherwise than a short one, and would take the one for the other.
 */
export const ROW = 16;

/** Standard normal numbers: [4096, 16]. */
export function drawSample(seed: number): NdArray {
  const random = seededRandom(seed);
  return ndArray(
    [LARGEST / ROW, ROW],
    Array.from({ length: LARGEST }, () => normal(random)),
  );
}
