import { defineWidget } from '#kit/define-widget.ts';
import { matrix } from '#nd/nd-array.ts';
import { line, untouched } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params, STEPS } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

const values = [1, 3, 4, 5, 7];
const upstream = [0.5, -1.5, 2, 1, 3];

export default defineWidget({
  id: 'bn-backward',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    common: { values: matrix([values, [2, 2, 2, 2, 2]]) },
    stretch: { values: matrix([values, [-3, -1, 0, 1, 3]]) },
    two: {
      values: matrix([
        [1, 3],
        [-1, 2],
      ]),
    },
    three: {
      values: matrix([
        [1, 2, 6],
        [2, -1, 3],
      ]),
    },
    'large-sigma': { values: matrix([[10, 30, 40, 50, 70], upstream]) },
    'gamma-two': { gamma: 2 },
    outlier: {
      values: matrix([
        [1, 2, 3, 4, 5, 40],
        [1, -1, 0, 1, -2, 3],
      ]),
      cell: 5,
    },
    epsilon: { epsilon: '1' },
  },
  timeline: { param: 'step', perSecond: 0.5, countsFrom: 0, steps: () => STEPS + 1 },
  viewParams: ['cell'],
  challenges: { line, untouched },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', { ...valuesOf(model), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
