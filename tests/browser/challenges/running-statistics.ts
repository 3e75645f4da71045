import { strings } from '../../../components/widgets/running-statistics/strings.ts';
import { toggled, typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  'same-in-keras': {
    // PyTorch's number means the opposite here; and the momentum is not all.
    tempting: [typed(words['param.momentum'], '0.1'), typed(words['param.momentum'], '0.9')],
    right: [toggled(words['param.unbiased'])],
  },
};
