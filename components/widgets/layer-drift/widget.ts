import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { unneeded } from './challenges.ts';
import { Controls } from './controls.tsx';
import { looksOf } from './data.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, recipeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'layer-drift',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    gentle: { rate: 0.05, steps: 300, seed: 2 },
    shaken: { compare: 'shaken' },
    shallow: { depth: 3, layer: 3, compare: 'plain' },
    larger: { rate: 1 },
  },
  run: { recipe: recipeText, short: { steps: 5 } },
  light: { depth: 4 },
  timeline: { param: 'look', perSecond: 4, countsFrom: 0, steps: ({ steps }) => looksOf(steps) },
  viewParams: ['layer'],
  challenges: { unneeded },
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
