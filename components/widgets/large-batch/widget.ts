import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { large, onlyBatch, shallow } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, recipeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'large-batch',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    wider: { smallest: 2, batches: 4 },
    fine: { factor: '2', smallest: 8, batches: 5, rates: 9 },
    seeds: { repeats: 3 },
    shallow: { blocks: 1 },
  },
  run: {
    recipe: recipeText,
    short: {
      epochs: 1,
      examples: 64,
      smallest: 16,
      batches: 2,
      rates: 2,
      lowest: 1 / 64,
      repeats: 1,
    },
  },
  light: { blocks: 2, width: 8 },
  viewParams: ['measure', 'network', 'row', 'column', 'along'],
  challenges: { onlyBatch, large, shallow },
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
