import { strings } from '../../../components/widgets/statistic-transfer/strings.ts';
import { chosen, pressed, typed, type Solutions } from './deeds.ts';

const { en } = strings;

export const solutions: Solutions = {
  'changes-nothing': {
    // Strength 0 changes nothing, whatever the style; the content itself is no other picture; and
    // filters that look at blocks tell a mirrored picture from the content.
    tempting: [
      typed(en['param.strength'], '0'),
      typed(en['param.strength'], '1'),
      pressed(en.takeContent),
      chosen(en['param.space'], en['space.filters']),
      pressed(en.mirror),
    ],
    right: [chosen(en['param.space'], en['space.colour'])],
  },
};
