import { strings } from '../../../components/widgets/batch-leak/strings.ts';
import { inGrid, pressed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

const inOther = (row: number, column: number, text: string): Deed =>
  inGrid(`image 3, ${words.changedTo}`, row, column, text);

export const solutions: Solutions = {
  'no-leak': {
    // In evaluation nothing leaks, but that is not training; and one cell alone moves the mean.
    tempting: [
      pressed(words['mode.evaluation']),
      inOther(0, 0, '0.3'),
      pressed(words['mode.training']),
    ],
    right: [inOther(0, 2, '0.9')],
  },
};
