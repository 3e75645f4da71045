import { defineWidget } from '#kit/define-widget.ts';
import { ndArray } from '#nd/nd-array.ts';
import { undo, varianceFour } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { LINES, params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { valuesOf } from './words.ts';

export default defineWidget({
  id: 'bn-calculator',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'gamma-two': { gamma: 2, beta: 1 },
    'outlier-of-four': { x: ndArray([1, 4], [0, 10, 0, 0]), cell: 1 },
    outlier: { x: ndArray([1, 10], [0, 0, 0, 10, 0, 0, 0, 0, 0, 0]) },
    constant: { x: ndArray([1, 4], [5, 5, 5, 5]) },
  },
  timeline: { param: 'step', perSecond: 1, countsFrom: 0, steps: () => LINES + 1 },
  viewParams: ['cell'],
  challenges: { 'variance-four': varianceFour, undo },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', valuesOf(model)),
  announce: (model, t) => t('outcomeOf', valuesOf(model)),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
