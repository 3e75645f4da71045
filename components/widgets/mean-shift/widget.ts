import { defineWidget } from '#kit/define-widget.ts';
import { balanced, neverSeen, noNeed } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'mean-shift',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'never-seen': { order: 'batch-last' },
    'no-data': { order: 'scaled' },
    residual: { path: 'residual' },
    deep: { layers: 14, layer: 14 },
    odd: { activation: 'tanh' },
    'from-batch': { side: 'cured', layer: 5 },
  },
  light: { layers: 2 },
  challenges: { 'no-need': noNeed, 'never-seen': neverSeen, balanced },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model, t)),
  describe: (model, t) =>
    t('description', { ...valuesOf(model, t), outcome: outcomeText(model, t) }),
  announce: (model, t) => outcomeText(model, t),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
