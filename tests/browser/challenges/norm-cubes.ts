import { strings } from '../../../components/widgets/norm-cubes/strings.ts';
import { inGrid, pressed, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

/** A cell of the map that the figure speaks of, which is of the second image. */
const inSecondImage = (row: number, column: number, text: string): Deed =>
  inGrid(`${words.x}, image 2, channel 1, 2 × 2`, row, column, text);

export const solutions: Solutions = {
  'as-instance': {
    // "Group size 1", as one reads; the libraries count groups.
    tempting: [pressed(/^1/), pressed('3')],
    right: [pressed(/^6/)],
  },
  agree: {
    // One image is not allowed; the right mean alone is not enough.
    tempting: [typed(words.sizeN, '1'), typed(words.sizeN, '2')],
    right: [
      inSecondImage(0, 0, '6'),
      inSecondImage(0, 1, '3'),
      inSecondImage(1, 0, '2'),
      inSecondImage(1, 1, '1'),
    ],
  },
};
