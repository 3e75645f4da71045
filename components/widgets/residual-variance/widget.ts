import { defineWidget } from '#kit/define-widget.ts';
import { distinct, euler, tenth } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, summaryValues } from './words.ts';

export default defineWidget({
  id: 'residual-variance',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'no-norm': { kind: 'none', blocks: 10 },
    halved: { kind: 'halved', scale: 'part' },
    'norm-last': { kind: 'batch-last' },
    'skip-init': { kind: 'skip-init', skip: 0 },
    free: { kind: 'free' },
    fifty: { blocks: 50, step: 49 },
  },
  timeline: { param: 'step', perSecond: 4, countsFrom: 1, steps: ({ blocks }) => blocks },
  light: { blocks: 3 },
  viewParams: ['scale'],
  challenges: { tenth, euler, distinct },
  createModel,
  summary: (model, t) => t('summary', summaryValues(model, t)),
  describe: (model, t) =>
    t('description', { ...summaryValues(model, t), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
