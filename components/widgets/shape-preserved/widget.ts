import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { bell, leftTail } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { momentValues, outcomeText } from './words.ts';

export default defineWidget({
  id: 'shape-preserved',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    uniform: { distribution: 'uniform' },
    bimodal: { distribution: 'bimodal' },
    normal: { distribution: 'normal' },
    sketch: { distribution: 'sketch' },
    mirrored: { gamma: -1 },
    scaled: { distribution: 'bimodal', gamma: 2, beta: 3 },
  },
  timeline: { param: 'step', perSecond: 1, countsFrom: 0, steps: () => 4 },
  challenges: { bell, 'left-tail': leftTail },
  createModel,
  summary: ({ state }, t) => {
    const { distribution, size } = state.answered.value.params;
    return t('summary', { name: t(`distribution.${distribution}`), size });
  },
  describe,
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const { distribution } = model.state.answered.value.params;
  return t('description', {
    ...momentValues(model),
    name: t(`distribution.${distribution}`),
    outcome: outcomeText(model, t),
  });
}
