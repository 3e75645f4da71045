import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { sceneParamNames } from '#kit/scene-params.ts';
import { mapOf } from '#nd/maps.ts';
import { extent, ndArray } from '#nd/nd-array.ts';
import { agree, asInstance } from './challenges.ts';
import { Controls } from './controls.tsx';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { migrations } from './migrations.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { setsOf } from './sets.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { countText, elementText } from './words.ts';

export default defineWidget({
  id: 'norm-cubes',
  version: 2,
  migrations,
  params,
  examples: {
    default: {},
    layer: { norm: 'layer' },
    instance: { norm: 'instance' },
    group: { norm: 'group' },
    rms: { norm: 'rms' },
    two: { beside: 'instance' },
    'one-image': { x: sampleTensor([1, 4, 5, 5]), beside: 'instance' },
    vector: { norm: 'rms', beside: 'layer', x: ndArray([1, 4, 1, 1], [1, 2, 3, 4]), cell: 0 },
    outlier: { x: ndArray([1, 1, 8, 8], oneElement(64, 27, 10, 0)), groups: 1, cell: 27 },
    'own-gamma': {
      norm: 'layer',
      elementGamma: ndArray([4, 5, 5], oneElement(4 * 5 * 5, 37, 3, 1)),
    },
    'gamma-two': { gamma: ndArray([4], [2, 2, 2, 2]), beta: ndArray([4], [1, 1, 1, 1]) },
  },
  timeline: {
    param: 'step',
    perSecond: 2,
    countsFrom: 0,
    steps: ({ norm, x, groups }) => (setsOf(norm, x.shape, groups)?.count ?? 0) + 1,
  },
  viewParams: ['cell', ...sceneParamNames],
  gives({ tensors, current }) {
    const { x, y } = tensors.value;
    const [n, c] = current.value.index;
    return { x, y, shownMap: mapOf(y, n, c) };
  },
  takes: { param: 'x' },
  challenges: { 'as-instance': asInstance, agree },
  createModel,
  summary(model, t) {
    const { norm, x } = model.state.answered.value.params;
    return t('summary', { norm: t(`norm.${norm}`), shape: x.shape.join(', ') });
  },
  describe,
  announce: elementTextOf,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function elementTextOf(model: Model, t: Translate<Key>): string {
  return `${elementText(t, model)} ${countText(t, model)}`;
}

function describe(model: Model, t: Translate<Key>): string {
  const { x, y } = model.tensors.value;
  const [images, channels, height, width] = x.shape;
  const [least, most] = extent(x.data);
  const [after, afterMost] = extent(y.data);
  const text = (value: number): string => numberText(value, 2);
  return t('description', {
    norm: t(`norm.${model.state.answered.value.params.norm}`),
    images,
    channels,
    height,
    width,
    counts: countText(t, model),
    least: text(least),
    most: text(most),
    after: text(after),
    afterMost: text(afterMost),
  });
}

/** The same number everywhere, but for one element. */
function oneElement(count: number, position: number, value: number, others: number): number[] {
  return Array.from({ length: count }, (_, at) => (at === position ? value : others));
}
