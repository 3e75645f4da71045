import { inField, type Solutions } from './deeds.ts';

export const solutions: Solutions = {
  saturated: {
    // A shift saturates more than enough, but moves the mean; a width of 3 is too little.
    tempting: [inField('β', '4'), inField('γ', '3')],
    right: [inField('γ', '4.5'), inField('β', '0')],
  },
  restored: {
    // What the sample was drawn from is not what it has.
    tempting: [inField('γ', '3'), inField('β', '3')],
    right: [inField('γ', '2.97'), inField('β', '3.13')],
  },
};
