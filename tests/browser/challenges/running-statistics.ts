import { strings } from '../../../components/widgets/running-statistics/strings.ts';
import { chosen, typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  'same-in-keras': {
    // The same number means the complement.
    tempting: [chosen(words['param.convention'], words['convention.keras'])],
    right: [typed(words['param.momentum'], '0.9')],
  },
};
