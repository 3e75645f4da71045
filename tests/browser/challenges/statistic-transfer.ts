import { strings } from '../../../components/widgets/statistic-transfer/strings.ts';
import { pressed, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  'changes-nothing': {
    // Strength 0 changes nothing, whatever the style; and the content itself is no other picture.
    tempting: [
      typed(en['param.strength'], '0'),
      pressed(en.takeContent),
      typed(en['param.strength'], '1'),
    ],
    right: [pressed(en.mirror)],
  },
};
