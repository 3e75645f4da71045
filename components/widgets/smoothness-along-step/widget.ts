import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { calm, rougher } from './challenges.ts';
import { Controls } from './controls.tsx';
import { looksOf } from './data.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, recipeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'smoothness-along-step',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    near: { reach: 1, point: 7 },
    gentle: { depth: 3, rate: 0.05 },
    deep: { depth: 10, rate: 0.1 },
    shaken: { compare: 'shaken' },
  },
  run: { recipe: recipeText, short: { steps: 2 } },
  timeline: { param: 'look', perSecond: 2, countsFrom: 1, steps: ({ steps }) => looksOf(steps) },
  viewParams: ['point'],
  challenges: { rougher, calm },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe,
  announce: describe,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  return t('description', { ...valuesOf(model), outcome: outcomeText(model, t) });
}
