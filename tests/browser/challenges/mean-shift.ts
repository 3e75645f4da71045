import { strings } from '../../../components/widgets/mean-shift/strings.ts';
import { chosen, typed, type Solutions } from './deeds.ts';

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
    // The farther the sum is from 0, to either side, the farther the mean.
    tempting: [typed(en.setSum, '2')],
    right: [typed(en.setSum, '0')],
  },
};
