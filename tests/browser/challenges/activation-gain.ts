import { chosen, inTurn, inField, type Solutions } from './deeds.ts';

export const solutions: Solutions = {
  keeps: {
    // A mean of 0 is not enough, and the identity does not count.
    tempting: [chosen('activation g', 'tanh'), chosen('activation g', 'identity')],
    right: [chosen('activation g', 'selu')],
  },
  missed: {
    // Of 16 numbers bars miss more often than their width says: that is too easy.
    tempting: [inTurn(chosen('numbers in the sample', '16'), inField('seed', '6'))],
    right: [inTurn(inField('seed', '21'), chosen('numbers in the sample', '1024'))],
  },
};
