import { strings } from '../../../components/widgets/layer-drift/strings.ts';
import { inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  unneeded: {
    // A little slower is still too fast for ten layers without a norm; much slower takes too long.
    tempting: [inTurn(typed(en['param.rate'], '0.2'), typed(en['param.steps'], '60'), run)],
    right: [inTurn(typed(en['param.depth'], '3'), run)],
  },
};
