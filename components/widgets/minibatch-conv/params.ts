import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { sceneParams } from '#kit/scene-params.ts';
import { ndArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';

export const MAX_BATCH = 8;
export const MAX_FILTERS = 8;

const SIDE = 8;

/** Three images of one channel each: [3, 1, 8, 8]. */
const firstBatch = ndArray(
  [3, 1, SIDE, SIDE],
  [images.disc, images.window, images.edge].flatMap((draw) => [...draw(SIDE).data]),
);

/** Four filters of one slice each: [4, 1, 3, 3]. */
const firstFilters = ndArray(
  [4, 1, 3, 3],
  [kernels.sobelX, kernels.sobelY, kernels.laplacian, kernels.blur].flat(2),
);

export const params = {
  images: tensor({
    axes: [
      [1, MAX_BATCH],
      [1, 3],
      [3, 16],
      [3, 16],
    ],
    min: -99,
    max: 99,
    default: firstBatch,
  }),
  weight: tensor({
    axes: [
      [1, MAX_FILTERS],
      [1, 3],
      [1, 5],
      [1, 5],
    ],
    min: -99,
    max: 99,
    default: firstFilters,
  }),
  activation: choice(['relu', 'identity'], 'relu'),
  /** Filters of a second layer, which takes the first one's output; 0 for none. */
  second: integer({ min: 0, max: 4, default: 0 }),
  /** Makes the second layer's weights. */
  seed: integer({ min: 1, max: 9999, default: 1 }),
  /** Image that is replaced by its negative, to see whose output moves; −1 for none. */
  changed: integer({ min: -1, max: MAX_BATCH - 1, default: -1 }),
  /** Threads drawn so far, one for each filter and image, image by image. */
  step: integer({ min: 0, max: MAX_BATCH * MAX_FILTERS - 1, default: 5 }),
  /** Map of the output whose image and filter are shown, image by image; −1 for the one that `step` has come to. */
  map: integer({ min: -1, max: MAX_BATCH * MAX_FILTERS - 1, default: -1 }),
  ...sceneParams({ yaw: 32, pitch: 22 }),
};

export type Params = ParamsOf<typeof params>;
