import { defineWidget } from '#kit/define-widget.ts';
import { sameInKeras } from './challenges.ts';
import { Controls } from './controls.tsx';
import { STEPS } from './data.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { defaults } from './rules.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, ruleText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'running-statistics',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    late: { step: STEPS - 1 },
    keras: { ...defaults.keras, momentum: Math.fround(0.99), beside: 'pytorch', step: STEPS - 1 },
    fused: { ...defaults.fused, momentum: Math.fround(0.99), beside: 'pytorch', step: STEPS - 1 },
    same: { convention: 'keras', momentum: Math.fround(0.9), beside: 'pytorch' },
    biased: { unbiased: false, batchSize: 1, beside: 'pytorch', step: STEPS - 1 },
    drift: { mean: -2, drift: 4, step: STEPS - 1 },
    'last-batch': { momentum: 1, batchSize: 1, beside: 'none' },
  },
  timeline: { param: 'step', perSecond: 5, countsFrom: 1, steps: () => STEPS },
  challenges: { 'same-in-keras': sameInKeras },
  createModel,
  summary: (model, t) => t('summary', { ...valuesOf(model), rule: ruleText(model, t) }),
  describe: (model, t) =>
    t('description', {
      ...valuesOf(model),
      rule: ruleText(model, t),
      outcome: outcomeText(model, t),
    }),
  announce: outcomeText,
  gives: ({ images }) => {
    const { x, trained, evaluated } = images.value;
    return { image: x, trained, evaluated };
  },
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
