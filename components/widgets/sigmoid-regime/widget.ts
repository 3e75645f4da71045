import { defineWidget } from '#kit/define-widget.ts';
import { restored, saturated } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params, stages } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { valuesOf } from './words.ts';

export default defineWidget({
  id: 'sigmoid-regime',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'as-it-comes': { step: 0 },
    wide: { gamma: 5, step: 2 },
    'one-side': { beta: 3, step: 2 },
  },
  timeline: { param: 'step', perSecond: 1, countsFrom: 1, steps: () => stages.length },
  challenges: { restored, saturated },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', valuesOf(model)),
  announce: (model, t) => t('outcome', valuesOf(model)),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
