import { strings } from '../../../components/widgets/batch-noise/strings.ts';
import { typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  quiet: {
    // Many pixels alone do not help as long as they say the same.
    tempting: [typed(words['param.batchSize'], '2'), typed(words['param.side'], '7')],
    right: [typed(words['param.correlation'], '0')],
  },
};
