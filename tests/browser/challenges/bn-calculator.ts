import { inField, type Solutions } from './deeds.ts';

export const solutions: Solutions = {
  'variance-four': {
    // γ is the deviation: 4 makes a variance of 16.
    tempting: [inField('γ', '4'), inField('β', '-1')],
    right: [inField('γ', '2')],
  },
  undo: {
    // The variance, which is 4, in place of the deviation.
    tempting: [inField('γ', '4'), inField('β', '5')],
    right: [inField('γ', '2')],
  },
};
