import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { sceneParamNames } from '#kit/scene-params.ts';
import { mapOf } from '#nd/maps.ts';
import { ndArray } from '#nd/nd-array.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { outlier, sameAfter, undone } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { LINES } from './walk.ts';
import { countText, elementText, learnedText, stepText } from './words.ts';

export default defineWidget({
  id: 'bn-tensor',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    rgb: { x: sampleTensor([5, 3, 4, 4]) },
    dense: { x: sampleTensor([8, 4, 1, 1]) },
    learned: {
      gamma: ndArray([4], [2, 1, 0.5, -1]),
      beta: ndArray([4], [0, 3, -1, 1]),
      step: 16,
    },
  },
  timeline: {
    param: 'step',
    perSecond: 1.5,
    countsFrom: 0,
    steps: ({ x }) => LINES * x.shape[1] + 1,
    with: { cell: -1 },
  },
  viewParams: ['cell', ...sceneParamNames],
  gives({ tensors, current }) {
    const { x, y } = tensors.value;
    const [n, c] = current.value;
    return { 'param.x': x, after: y, mapAfter: mapOf(y, n, c) };
  },
  takes: { param: 'x' },
  challenges: { outlier, 'same-after': sameAfter, undone },
  createModel,
  summary: ({ state }, t) =>
    t('summary', { shape: state.answered.value.params.x.shape.join(', ') }),
  describe,
  announce,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function announce(model: Model, t: Translate<Key>): string {
  return `${elementText(t, model)} ${countText(t, model)}`;
}

function describe(model: Model, t: Translate<Key>): string {
  const [images, channels, height, width] = model.tensors.value.x.shape;
  return t('description', {
    images,
    channels,
    height,
    width,
    counts: `${countText(t, model)} ${learnedText(t, model)}`,
    step: stepText(t, model),
    element: elementText(t, model),
  });
}
