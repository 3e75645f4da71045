import { strings } from '../../../components/widgets/learn-filter/strings.ts';
import { typed, type Deed, type Solutions } from './deeds.ts';

const rate = (text: string): Deed => typed(strings.en['param.rate'], text);

export const solutions: Solutions = {
  fast: {
    // Twice as fast would be right, were it not too fast.
    tempting: [rate('0.3'), rate('0.8')],
    right: [rate('0.38')],
  },
};
