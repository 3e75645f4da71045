import { strings } from '../../../components/widgets/mean-shift/strings.ts';
import { chosen, inGrid, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  'no-need': {
    // ELU is softer than ReLU, but not odd.
    tempting: [typed(en['param.layers'], '10'), chosen(en['param.activation'], 'elu')],
    right: [chosen(en['param.activation'], 'tanh')],
  },
  'never-seen': {
    // Standardized weights keep the means away as well, but they are no norm.
    tempting: [chosen(en['param.path'], 'residual'), chosen(en['param.order'], 'scaled')],
    right: [chosen(en['param.order'], 'batch-last')],
  },
  balanced: {
    // One weight of thirty-six; and the farther from 0 the sum, the farther the mean.
    tempting: [inGrid(en.weight, 1, 2, '0'), typed(en.setSum, '2')],
    right: [typed(en.setSum, '0')],
  },
};
