import { strings } from '../../../components/widgets/agc/strings.ts';
import { chosen, inField, inGrid, typed, type Solutions } from './deeds.ts';

const words = strings.en;
const G = words['param.gradients'];

export const solutions: Solutions = {
  shortest: {
    // A larger λ, by which nothing is too long; a longer gradient where there are no weights: one of three.
    tempting: [inField('λ', '0.2'), inField('λ', '0.01'), inGrid(G, 3, 1, '0.00005')],
    right: [
      inGrid(G, 0, 0, '0.04'),
      inGrid(G, 0, 1, '0'),
      inGrid(G, 2, 0, '0.00009'),
      inGrid(G, 2, 1, '0'),
      typed(words['param.limit'], '0.01'),
    ],
  },
  same: {
    // As one, both ways have one factor; and unit by unit, a threshold for the first one alone.
    tempting: [
      chosen(words['param.unit'], words['unit.whole']),
      typed(words['param.limit'], '0.051'),
      chosen(words['param.unit'], words['unit.row']),
    ],
    // Every gradient a tenth of its weights, or of ε.
    right: [
      inGrid(G, 1, 0, '0.1'),
      inGrid(G, 1, 1, '0'),
      inGrid(G, 2, 0, '0.001'),
      inGrid(G, 2, 1, '0'),
      inGrid(G, 3, 0, '0.0001'),
    ],
  },
};
