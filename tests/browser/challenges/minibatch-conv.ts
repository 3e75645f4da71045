import { strings } from '../../../components/widgets/minibatch-conv/strings.ts';
import { inGrid, type Deed, type Solutions } from './deeds.ts';

const inBatch =
  (tensor: 'image' | 'filter', index: number) =>
  (row: number, column: number, text: string): Deed => {
    const { [`${tensor}Name` as const]: owner, channelName, sliceName } = strings.en;
    const part = tensor === 'image' ? channelName : sliceName;
    const name = `${owner.replace('{number}', String(index))}, ${part.replace('{number}', '1')}`;
    return inGrid(name, row, column, text);
  };
const inFirstFilter = inBatch('filter', 1);
const inFourthFilter = inBatch('filter', 4);
const inSecondImage = inBatch('image', 2);

export const solutions: Solutions = {
  'silent-filter': {
    // Zeros are not allowed, and one positive weight is still seen.
    tempting: [
      inFirstFilter(0, 0, '0'),
      inFirstFilter(0, 1, '0'),
      inFirstFilter(1, 0, '0'),
      inFirstFilter(1, 1, '0'),
    ],
    right: [
      inFirstFilter(0, 0, '-1'),
      inFirstFilter(0, 1, '-1'),
      inFirstFilter(1, 0, '-1'),
      inFirstFilter(1, 1, '-1'),
    ],
  },
  'silent-image': {
    // Filter 4 is changed for all images, and the others still see image 2.
    tempting: [inFourthFilter(1, 1, '-1'), inSecondImage(2, 2, '0')],
    right: [
      inSecondImage(1, 2, '0'),
      inSecondImage(2, 1, '0'),
      inSecondImage(2, 3, '0'),
      inSecondImage(3, 2, '0'),
    ],
  },
};
