import { activationNames } from '#nd/activation-names.ts';
import { matrix } from '#nd/nd-array.ts';
import { choice, tensor, type ParamsOf } from '#kit/params.ts';

/** What a reader can set; a link carries exactly this. */
export const params = {
  input: tensor({
    axes: [
      [1, 8],
      [1, 8],
    ],
    min: -99,
    max: 99,
    default: matrix([
      [-2, -1, 0],
      [-0.5, 0.5, 1],
      [1.5, 2, 3],
    ]),
  }),
  activation: choice(activationNames, 'relu'),
};

export type Params = ParamsOf<typeof params>;
