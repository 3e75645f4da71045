import { strings } from '../../../components/widgets/bn-tensor/strings.ts';
import { inGrid, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

/** The map that the figure opens with. */
const inMap = (text: string): Deed => inGrid(`${words.mapBefore}, image 1, channel 2`, 0, 3, text);

const learned = (letter: 'γ' | 'β', text: string): Deed =>
  inGrid(`${letter}, ${words.perChannel}`, 0, 0, text);

export const solutions: Solutions = {
  outlier: {
    // Far, but not far enough.
    tempting: [inMap('9'), inMap('30')],
    right: [inMap('99')],
  },
  'same-after': {
    // Three values a channel still tell channels apart; two are −1 and 1, whatever they were.
    tempting: [typed(words.sizeH, '1'), typed(words.sizeW, '1')],
    right: [typed(words.sizeN, '2')],
  },
  undone: {
    // The deviation brings back the spread, not the place.
    tempting: [learned('γ', '0.633')],
    right: [learned('β', '0.328')],
  },
};
