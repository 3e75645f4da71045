import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { adviceText, pointsText, shapeText } from './words.ts';

export default defineWidget({
  id: 'norm-chooser',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    two: { task: 'detect', batch: 2 },
    transformer: { task: 'language', architecture: 'transformer', batch: 8 },
    style: { task: 'generate', batch: 4 },
    one: { task: 'language', architecture: 'recurrent', batch: 1, side: '1' },
  },
  challenges: {},
  createModel,
  summary(model, t) {
    const { task, architecture, batch } = model.state.answered.value.params;
    return t('summary', {
      task: t(`task.${task}`),
      architecture: t(`architecture.${architecture}`),
      batch,
    });
  },
  describe,
  announce: (model, t) => adviceText(t, model),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const { count, values, scatter, theory } = model.takenBy('batch');
  return t('description', {
    advice: adviceText(t, model),
    order: model.advice.value
      .map(({ norm, points }) =>
        t('ranked', { norm: t(`short.${norm}`), points: pointsText(points) }),
      )
      .join(', '),
    shape: shapeText(model),
    count,
    values,
    scatter: numberText(scatter, 3),
    theory: numberText(theory, 3),
  });
}
