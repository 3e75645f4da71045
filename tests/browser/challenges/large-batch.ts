import { strings } from '../../../components/widgets/large-batch/strings.ts';
import { inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

const set = (param: 'smallest' | 'batches' | 'blocks', value: number) =>
  typed(en[`param.${param}`], String(value));

export const solutions: Solutions = {
  onlyBatch: {
    // Two batch sizes are soon found; the third was to be there as well.
    tempting: [inTurn(set('smallest', 16), set('batches', 2), run)],
    // With batches of four, BN itself fails at the rate that large batches want.
    right: [inTurn(set('smallest', 8), set('batches', 3), run)],
  },
  large: {
    // 64 is not large yet.
    tempting: [inTurn(set('smallest', 16), set('batches', 2), run)],
    // All pictures in one batch: ten epochs are ten steps, and at a large rate they are enough.
    right: [inTurn(set('smallest', 32), run)],
  },
  shallow: {
    // Small batches left out, nothing is won.
    tempting: [inTurn(set('smallest', 16), set('batches', 2), run)],
    right: [inTurn(set('blocks', 1), run)],
  },
};
