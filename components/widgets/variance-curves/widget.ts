import { defineWidget } from '#kit/define-widget.ts';
import { doubled, unshifted } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'variance-curves',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'small-alpha': { alpha: 0.2 },
    stages: { first: 'off', stages: 'resnet50', blocks: 16, step: 16 },
    'not-standardized': { first: 'free-plain', second: 'free' },
    orders: { first: 'batch', second: 'batch-last', third: 'off' },
    'by-factors': { first: 'none', second: 'halved', third: 'skip-init', axis: 'logarithmic' },
    images: { layer: 'conv', blocks: 12, step: 12 },
  },
  timeline: { param: 'step', perSecond: 6, countsFrom: 0, steps: ({ blocks }) => blocks + 1 },
  light: { blocks: 2 },
  viewParams: ['axis'],
  challenges: { doubled, unshifted },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model, t)),
  describe: (model, t) =>
    t('description', { ...valuesOf(model, t), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
