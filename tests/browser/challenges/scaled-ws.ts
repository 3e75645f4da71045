import { strings } from '../../../components/widgets/scaled-ws/strings.ts';
import { chosen, typed, type Solutions } from './deeds.ts';

const words = strings.en;

export const solutions: Solutions = {
  unchanged: {
    // Mean 0 alone leaves the length, and a smaller deviation is no filter of length γ yet.
    tempting: [typed(words.setMean, '0'), typed(words.setDeviation, '0.3')],
    // γ = σ √N: 1.71286 / √27.
    right: [typed(words.setDeviation, '0.32964')],
  },
  'no-shift': {
    // Softer than ReLU, but above 0 all the same; and weights about 0 show nothing.
    tempting: [
      chosen(words['param.activation'], 'gelu'),
      typed(words.setMean, '0'),
      chosen(words['param.activation'], 'tanh'),
    ],
    right: [typed(words.setMean, '0.5')],
  },
};
