import { strings } from '../../../components/widgets/bn-backward/strings.ts';
import { inGrid, typed, type Deed, type Solutions } from './deeds.ts';

const words = strings.en;

/** A gradient, value by value. */
const gradient = (...values: readonly string[]): Deed[] =>
  values.map((value, index) => inGrid(words['row.upstream'], 0, index, value));

export const solutions: Solutions = {
  line: {
    // Two values, which never let anything through; of the three 1, 3, 0 a common push, then a stretch.
    tempting: [
      typed(words.count, '2'),
      typed(words.count, '3'),
      ...gradient('2', '2', '2'),
      ...gradient('-1', '5', '-4'),
    ],
    // Both together: 3x − 2.
    right: gradient('1', '7', '-2'),
  },
  untouched: {
    // γ = σ, and then a gradient whose sum is 0: it still lies along x̂ in part.
    tempting: [typed('γ', '2'), inGrid(words['row.upstream'], 0, 4, '-2')],
    right: [
      inGrid(words['row.upstream'], 0, 3, '-1.5'),
      inGrid(words['row.upstream'], 0, 4, '0.5'),
    ],
  },
};
