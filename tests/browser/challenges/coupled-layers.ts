import { strings } from '../../../components/widgets/coupled-layers/strings.ts';
import { inField, type Deed, type Solutions } from './deeds.ts';

const length = (text: string): Deed => inField(strings.en['param.epsilon'], text);

export const solutions: Solutions = {
  'true-tenth': {
    // What first-order reasoning takes.
    tempting: [length('0.01')],
    right: [length('0.0105')],
  },
  'worse-with-two': {
    // Far off, but two orders still come nearer.
    tempting: [length('0.1')],
    right: [length('0.3')],
  },
  flipped: {
    // Twice as long, and the promise is still kept: no weight has changed its sign.
    tempting: [length('0.2')],
    right: [length('0.3')],
  },
};
