import { defineWidget } from '#kit/define-widget.ts';
import { images } from '#nd/sample-images.ts';
import { noLeak } from './challenges.ts';
import { Controls } from './controls.tsx';
import { FRAMES, imageOf, sampleBatch, SIDE } from './data.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'batch-leak',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    evaluation: { mode: 'evaluation' },
    picture: { replacement: images.glyph(SIDE) },
    unchanged: { replacement: imageOf(params.x.default, params.changed.default) },
    two: { x: sampleBatch(2) },
    six: { x: sampleBatch(6) },
    'batch-of-one': { x: sampleBatch(1) },
  },
  timeline: { param: 'step', perSecond: 4, countsFrom: 0, steps: () => FRAMES },
  challenges: { 'no-leak': noLeak },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model, t)),
  describe: (model, t) =>
    t('description', { ...valuesOf(model, t), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  gives: ({ params: { value }, mine }) => ({
    images: value.x,
    mineOutput: mine.value.after,
  }),
  takes: { param: 'x' },
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
