import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { greyAlike, stillApart } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { LAST_STEP, params } from './params.ts';
import { batchOf, pictures, SIDE, type Moments } from './pictures.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { differencesText, epsilonText, variancesText } from './words.ts';

const portraits = (...moments: Moments[]) => batchOf(pictures.portrait(SIDE), moments);

export default defineWidget({
  id: 'contrast-norm',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    brightness: { x: portraits({ mean: -2, deviation: 1 }, { mean: 2, deviation: 1 }) },
    four: {
      x: portraits(
        { mean: 0, deviation: 0.5 },
        { mean: 1, deviation: 1 },
        { mean: -1, deviation: 2 },
        { mean: 0, deviation: 3 },
      ),
    },
    faint: { x: portraits({ mean: 1, deviation: 0.003 }, { mean: 1, deviation: 1 }) },
    'one-image': { x: portraits({ mean: 1, deviation: 2 }) },
  },
  timeline: { param: 'step', perSecond: 0.7, countsFrom: 0, steps: () => LAST_STEP + 1 },
  viewParams: ['image'],
  gives({ state }) {
    const { params, result } = state.answered.value;
    return { before: params.x, batch: result.batch, instance: result.instance };
  },
  takes: { param: 'x' },
  challenges: { 'grey-alike': greyAlike, 'still-apart': stillApart },
  createModel,
  summary: (model, t) =>
    t('summary', { count: model.images.value.length, epsilon: epsilonText(model) }),
  describe,
  announce: differencesText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const [, , height, width] = model.state.answered.value.params.x.shape;
  return t('description', {
    size: `${height} × ${width}`,
    before: variancesText(model, 'before'),
    batch: variancesText(model, 'batch'),
    instance: variancesText(model, 'instance'),
    differences: differencesText(model, t),
  });
}
