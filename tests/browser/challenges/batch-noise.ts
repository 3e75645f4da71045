import { strings } from '../../../components/widgets/batch-noise/strings.ts';
import { typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  quiet: {
    // More images are not allowed, and independent pixels alone are too few.
    tempting: [
      typed(words['param.batchSize'], '16'),
      typed(words['param.batchSize'], '2'),
      typed(words['param.correlation'], '0'),
    ],
    right: [typed(words['param.side'], '7')],
  },
};
