import { strings } from '../../../components/widgets/loss-surface/strings.ts';
import { inTurn, run, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  alike: {
    // Smaller steps make two calm paths, and leave the walls where they are.
    tempting: [inTurn(typed(en['param.rate'], '0.05'), typed(en['param.steps'], '30'), run)],
    right: [
      inTurn(
        typed(en['param.rate'], '0.3'),
        typed(en['param.steps'], '60'),
        typed(en['param.depth'], '2'),
        run,
      ),
    ],
  },
  within: {
    // Few steps lie in a plane at any rate; at this one thirty do not.
    tempting: [
      inTurn(typed(en['param.rate'], '0.05'), typed(en['param.steps'], '20'), run),
      inTurn(typed(en['param.rate'], '0.2'), typed(en['param.steps'], '30'), run),
    ],
    right: [inTurn(typed(en['param.rate'], '0.05'), run)],
  },
};
