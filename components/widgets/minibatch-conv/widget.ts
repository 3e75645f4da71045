import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { sceneParamNames } from '#kit/scene-params.ts';
import { mapOf } from '#nd/maps.ts';
import { extent, ndArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { silentFilter, silentImage } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { changeText, elementText } from './words.ts';

export default defineWidget({
  id: 'minibatch-conv',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'two-layers': { second: 2 },
    'batch-of-one': { images: ndArray([1, 1, 8, 8], images.glyph(8).data) },
    changed: { changed: 1 },
  },
  timeline: {
    param: 'step',
    perSecond: 3,
    countsFrom: 1,
    with: { map: -1 },
    steps: (_, { output }) => output.shape[0] * output.shape[1],
  },
  viewParams: sceneParamNames,
  gives({ tensors, pair }) {
    const { images, output } = tensors.value;
    const { image, filter } = pair.value;
    return { images, output, shownMap: mapOf(output, image, filter) };
  },
  takes: {
    param: 'images',
    // Filters of one slice are what a fresh figure has.
    axes: [
      [1, 8],
      [1, 1],
      [3, 16],
      [3, 16],
    ],
  },
  challenges: { 'silent-filter': silentFilter, 'silent-image': silentImage },
  createModel,
  summary(model, t) {
    const { images, output } = model.tensors.value;
    return t('summary', { input: images.shape.join(', '), output: output.shape.join(', ') });
  },
  describe,
  announce: (model, t) =>
    [elementText(t, model.current.value, model.value.value), changeText(t, model) ?? '']
      .join(' ')
      .trim(),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const { images, output } = model.tensors.value;
  const [least, most] = extent(output.data);
  const [, filters, height, width] = output.shape;
  return t('description', {
    images: images.shape[0],
    channels: images.shape[1],
    filters,
    height,
    width,
    least: numberText(least, 2),
    most: numberText(most, 2),
  });
}
