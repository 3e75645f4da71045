import { strings } from '../../../components/widgets/rgb-filter/strings.ts';
import { inGrid, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

const ofSize1 = typed(words.kernelSide, '1');
const bias = (text: string): Deed => typed(words['param.bias'], text);
const weightOf = (colour: 'red' | 'green' | 'blue', text: string): Deed =>
  inGrid(words.sliceName.replace('{colour}', words[colour]), 0, 0, text);

export const solutions: Solutions = {
  'red-only': {
    // Red alone is in the green bar as well, and a bias that cancels grey leaves it there.
    tempting: [ofSize1, weightOf('red', '1'), weightOf('blue', '0'), bias('-0.2')],
    right: [weightOf('green', '-0.5'), bias('-0.1')],
  },
  'green-itself': {
    // Blue and the bias are still in it.
    tempting: [ofSize1, weightOf('green', '1')],
    right: [weightOf('blue', '0'), bias('0')],
  },
};
