import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { apart, less } from './challenges.ts';
import { Controls } from './controls.tsx';
import { looksOf } from './data.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, recipeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'shift-by-gradient',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    fewer: { depth: 4, rate: 0.15 },
    larger: { rate: 0.3, compare: 'plain' },
    shaken: { rate: 0.3, compare: 'shaken' },
    tiny: { rate: 0.001 },
  },
  run: { recipe: recipeText, short: { steps: 2 } },
  light: { depth: 3 },
  timeline: { param: 'look', perSecond: 2, countsFrom: 1, steps: ({ steps }) => looksOf(steps) },
  viewParams: ['layer'],
  challenges: { less, apart },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model, t)),
  describe,
  announce: describe,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  return t('description', { ...valuesOf(model, t), outcome: outcomeText(model, t) });
}
