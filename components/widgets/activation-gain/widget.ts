import { defineWidget } from '#kit/define-widget.ts';
import { keeps, missed } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { valuesOf } from './words.ts';

export default defineWidget({
  id: 'activation-gain',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    gelu: { activation: 'gelu' },
    sigmoid: { activation: 'sigmoid' },
    tanh: { activation: 'tanh' },
    few: { size: '16', seed: 6 },
  },
  challenges: { keeps, missed },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model, t)),
  describe: (model, t) => t('description', valuesOf(model, t)),
  announce: (model, t) => t('outcome', valuesOf(model, t)),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
