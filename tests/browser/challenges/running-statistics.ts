import { strings } from '../../../components/widgets/running-statistics/strings.ts';
import { chosen, typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  'same-in-keras': {
    // The same number means the opposite in the other convention; and Keras's defaults store another variance.
    tempting: [
      chosen(words['param.convention'], words['convention.keras']),
      chosen(words.library, words['beside.keras']),
      chosen(words.library, words['beside.fused']),
    ],
    right: [typed(words['param.momentum'], '0.9')],
  },
};
