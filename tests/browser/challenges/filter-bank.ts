import { strings } from '../../../components/widgets/filter-bank/strings.ts';
import { chosen, pressed, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

const filters = (text: string): Deed => typed(words.filterCount, text);
const groups = (text: string): Deed => typed(words['param.groups'], text);
const bankFilter =
  (number: number, name: 'identity' | 'sharpen' | 'laplacian'): Deed =>
  async (figure) => {
    await pressed(words.filterName.replace('{number}', String(number)))(figure);
    await chosen(words.filterPreset, words[`kernel.${name}`])(figure);
  };

export const solutions: Solutions = {
  'sum-to-identity': {
    // The picture itself is not allowed, not even as one of the two.
    tempting: [bankFilter(1, 'identity')],
    right: [bankFilter(1, 'sharpen'), bankFilter(2, 'laplacian')],
  },
  depthwise: {
    // Six filters may be grouped; as long as they are not, each sees all three colours.
    tempting: [filters('6')],
    right: [filters('3'), groups('3')],
  },
};
