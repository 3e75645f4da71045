import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { unchanged } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';

export default defineWidget({
  id: 'batch-leak',
  version: 1,
  migrations: {},
  params,
  examples: { default: {}, smooth: { activation: 'gelu' } },
  challenges: { unchanged },
  createModel,
  summary: (model, t) => t(`activation.${model.state.params.value.activation}`),
  describe,
  announce: describe,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe({ state, changed }: Model, t: Translate<Key>): string {
  const { input, activation } = state.answered.value.params;
  return t('description', {
    activation: t(`activation.${activation}`),
    size: input.shape.join(' × '),
    cells: input.data.length,
    changed: changed.value,
  });
}
