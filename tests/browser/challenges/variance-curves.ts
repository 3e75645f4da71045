import { strings } from '../../../components/widgets/variance-curves/strings.ts';
import { chosen, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  doubled: {
    // α² is added, not α.
    tempting: [typed(en['param.alpha'], '0.05')],
    right: [typed(en['param.alpha'], '0.2')],
  },
  unshifted: {
    // A smaller α shifts less, and adds less.
    tempting: [
      chosen(en['param.third'], en['third.free-plain']),
      typed(en['param.alpha'], '0.5'),
      chosen(en['param.activation'], en['activation.silu']),
    ],
    right: [chosen(en['param.activation'], en['activation.tanh'])],
  },
};
