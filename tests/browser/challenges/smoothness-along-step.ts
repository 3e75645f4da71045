import { strings } from '../../../components/widgets/smoothness-along-step/strings.ts';
import { inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  rougher: {
    // Farther ahead, what is without a norm is all the less smooth.
    tempting: [inTurn(typed(en['param.reach'], '8'), run)],
    // So near to the start it is the bend right there that counts.
    right: [
      inTurn(
        typed(en['param.depth'], '3'),
        typed(en['param.rate'], '0.05'),
        typed(en['param.reach'], '0.5'),
        run,
      ),
    ],
  },
  calm: {
    // Fewer layers alone do not do it.
    tempting: [inTurn(typed(en['param.depth'], '3'), run)],
    right: [inTurn(typed(en['param.rate'], '0.05'), run)],
  },
};
