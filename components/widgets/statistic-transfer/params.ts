import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';
import { spaces } from './features.ts';
import { pictures, SIDE } from './pictures.ts';

/** As it is; less its mean; divided by its deviation; times the style's deviation; plus its mean. */
export const LAST_STEP = 4;

const picture = (draw: () => ReturnType<typeof pictures.portrait>) =>
  tensor({
    axes: [
      [3, 3],
      [2, SIDE],
      [2, SIDE],
    ],
    min: -9,
    max: 9,
    default: draw(),
  });

export const params = {
  content: picture(pictures.portrait),
  style: picture(pictures.dusk),
  /** How far the way from the content's statistics to the style's is gone. */
  strength: number({ min: 0, max: 1, step: 0.1, default: 1 }),
  space: choice(spaces, 'colour'),
  /** Draws the filters. */
  seed: integer({ min: 0, max: 9999, default: 1 }),
  step: integer({ min: 0, max: LAST_STEP, default: LAST_STEP }),
  /** The channel whose numbers stand in the formulas. */
  channel: integer({ min: 0, max: 11, default: 0 }),
};

export type Params = ParamsOf<typeof params>;
