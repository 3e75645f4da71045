import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { sceneParamNames } from '#kit/scene-params.ts';
import { alike, within } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, recipeText, spotText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'loss-surface',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    random: { plane: 'random', range: 1 },
    rescaled: { plane: 'random', range: 1, rescale: 4 },
    stretched: { plane: 'plain', range: 1, rescale: 4 },
    gradient: { plane: 'gradient', range: 0.3, yaw: 50, pitch: 30 },
    near: { plane: 'random', range: 0.05 },
    thrown: { seed: 2, step: 40 },
    deep: { depth: 8, heightAxis: 'log' },
  },
  run: { recipe: recipeText, short: { steps: 5, points: 5 } },
  timeline: { param: 'step', perSecond: 8, countsFrom: 0, steps: ({ steps }) => steps + 1 },
  viewParams: ['cell', 'heightAxis', 'ceiling', ...sceneParamNames],
  challenges: { alike, within },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe,
  announce: spotText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  return t('description', {
    ...valuesOf(model),
    outcome: outcomeText(model, t),
    spot: spotText(model, t),
  });
}
