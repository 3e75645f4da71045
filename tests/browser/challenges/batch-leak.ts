import { strings } from '../../../components/widgets/batch-leak/strings.ts';
import { chosen, inGrid, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

const changed = (row: number, column: number, text: string): Deed =>
  inGrid(`${words.image.replace('{number}', '3')}, ${words.changedTo}`, row, column, text);

export const solutions: Solutions = {
  'no-leak': {
    // The negative keeps neither sum; one pixel alone moves both.
    tempting: [
      chosen(words['param.replacement'], words['change.negative']),
      chosen(words['param.replacement'], words['change.none']),
      changed(0, 0, '0.3'),
    ],
    right: [changed(0, 2, '0.9')],
  },
};
