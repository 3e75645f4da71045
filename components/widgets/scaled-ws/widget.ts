import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { noShift, unchanged } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { hardlySpread, initialized, samePushed } from './weights.ts';
import { countText, elementText, filterName, inputsText, outcomeText } from './words.ts';

export default defineWidget({
  id: 'scaled-ws',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'same-pushed': { weight: samePushed },
    initialized: { weight: initialized },
    plain: { form: 'plain' },
    'hardly-spread': { weight: hardlySpread, form: 'timm' },
  },
  viewParams: ['cell'],
  gives({ tensors }) {
    const { before, after } = tensors.value;
    return { weightsBefore: before, weightsAfter: after };
  },
  takes: { param: 'weight' },
  challenges: { unchanged, 'no-shift': noShift },
  createModel,
  summary({ state }, t) {
    const { weight, form, activation } = state.answered.value.params;
    return t('summary', {
      shape: weight.shape.join(', '),
      form: t(`form.${form}`),
      activation: t(`activation.${activation}`),
    });
  },
  describe,
  announce: (model, t) => outcomeText(t, model),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const each = model.filters.value.map(({ before, after }, filter) =>
    t('outputsText', {
      filter: filterName(t, filter),
      mean: numberText(before.mean, 2),
      variance: numberText(before.variance, 2),
      meanAfter: numberText(after.mean, 2),
      varianceAfter: numberText(after.variance, 2),
    }),
  );
  return t('description', {
    counts: countText(t, model),
    outcome: outcomeText(t, model),
    element: elementText(t, model),
    inputs: inputsText(t, model),
    each: each.join(' '),
  });
}
