import { matrix } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';

export const params = {
  /** The kernel to be found; the learner sees only what it makes of the image. */
  hidden: tensor({
    axes: [
      [1, 5],
      [1, 5],
    ],
    min: -99,
    max: 99,
    default: matrix([
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]),
  }),
  input: choice(['noise', 'disc', 'stripes'], 'noise'),
  rate: number({ min: 0.001, max: 10, step: 0.05, default: 0.2 }),
  /** Standard deviation of the noise on the target map. */
  noise: number({ min: 0, max: 2, step: 0.1, default: 0 }),
  steps: integer({ min: 5, max: 200, default: 30 }),
  /** Draws the noise image, the first kernel and the noise on the target. */
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** Step of the run that is shown. */
  step: integer({ min: 0, max: 200, default: 4 }),
};

export type Params = ParamsOf<typeof params>;
