import { strings } from '../../../components/widgets/shift-by-gradient/strings.ts';
import { chosen, inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

/** Two networks are enough, and done sooner. */
const plain = chosen(en['param.compare'], en['compare.plain']);

export const solutions: Solutions = {
  less: {
    // In ten layers a larger rate only helps BN to learn.
    tempting: [inTurn(plain, typed(en['param.rate'], '0.15'), run)],
    right: [inTurn(typed(en['param.depth'], '4'), run)],
  },
  apart: {
    // In four layers what is without a norm learns as well.
    tempting: [inTurn(plain, typed(en['param.depth'], '4'), typed(en['param.rate'], '0.3'), run)],
    right: [inTurn(typed(en['param.depth'], '10'), run)],
  },
};
