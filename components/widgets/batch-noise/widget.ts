import { defineWidget } from '#kit/define-widget.ts';
import { quiet } from './challenges.ts';
import { Controls } from './controls.tsx';
import { BATCHES } from './data.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'batch-noise',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    two: { batchSize: 2 },
    sixteen: { batchSize: 16 },
    large: { batchSize: 256 },
    'feature-map': { side: 7, correlation: 0 },
    correlated: { side: 7 },
    table: { table: true },
  },
  timeline: { param: 'step', perSecond: 12, countsFrom: 1, steps: () => BATCHES },
  challenges: { quiet },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', { ...valuesOf(model), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
