import { strings } from '../../../components/widgets/large-batch/strings.ts';
import { inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

const set = (param: 'smallest' | 'batches' | 'examples' | 'blocks', value: number) =>
  typed(en[`param.${param}`], String(value));

export const solutions: Solutions = {
  onlyBatch: {
    // Two batch sizes are soon found; the third was to be there as well.
    tempting: [inTurn(set('smallest', 16), set('batches', 2), run)],
    // With batches of four, BN itself fails at the rate that large batches want.
    right: [inTurn(set('smallest', 8), set('batches', 3), run)],
  },
  large: {
    // All pictures in one batch: ten epochs are ten steps.
    tempting: [inTurn(set('smallest', 32), set('batches', 2), run)],
    // With more pictures, an epoch has more steps.
    right: [inTurn(set('examples', 512), run)],
  },
  shallow: {
    // Three blocks are still too many.
    tempting: [inTurn(set('smallest', 16), set('batches', 2), set('blocks', 3), run)],
    right: [inTurn(set('blocks', 1), run)],
  },
};
