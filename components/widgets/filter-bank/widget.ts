import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { sceneParamNames } from '#kit/scene-params.ts';
import { mapOf } from '#nd/maps.ts';
import { extent, ndArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { depthwise, sumToIdentity } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { MAX_SIDE, MIN_SIDE, params } from './params.ts';
import { pictures, withChannels } from './pictures.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { sampleFilters } from './weights.ts';
import { countText, elementText } from './words.ts';

/** Filters of one cell: the grey of three colours, red against green, yellow against blue. */
const mixes = ndArray([3, 3, 1, 1], [0.3, 0.6, 0.1, 1, -1, 0, 0.5, 0.5, -1]);

export default defineWidget({
  id: 'filter-bank',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'one-filter': { weight: sampleFilters(1, 3) },
    'eight-filters': { weight: sampleFilters(8, 3), padding: 1 },
    grouped: {
      image: withChannels(pictures.weave(8), 4),
      weight: sampleFilters(4, 2),
      groups: 2,
      filter: 2,
    },
    'small-house': { image: pictures.house(8) },
    depthwise: { weight: sampleFilters(3, 1), groups: 3 },
    pointwise: { image: pictures.lights(12), weight: mixes, filter: 1 },
    'two-filters': {
      image: ndArray([1, 10, 10], images.glyph(10).data),
      weight: sampleFilters(2, 1),
      padding: 1,
    },
  },
  viewParams: ['filter', ...sceneParamNames],
  gives({ state, tensors, filter }) {
    const { params, result } = state.answered.value;
    return {
      image: params.image,
      output: result.output,
      shownMap: mapOf(tensors.value.output, 0, filter.value),
    };
  },
  takes: {
    param: 'image',
    // Filters of three slices are what a fresh figure has.
    axes: [
      [3, 3],
      [MIN_SIDE, MAX_SIDE],
      [MIN_SIDE, MAX_SIDE],
    ],
  },
  challenges: { 'sum-to-identity': sumToIdentity, depthwise },
  createModel,
  summary(model, t) {
    const { image, output } = model.tensors.value;
    return t('summary', {
      input: image.shape.slice(1).join(', '),
      output: output.shape.slice(1).join(', '),
      total: model.counts.value.total,
    });
  },
  describe,
  announce: (model, t) => `${elementText(t, model)} ${countText(t, model.counts.value)}`,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const { filters, channels, groups, slices, total } = model.counts.value;
  const { output } = model.tensors.value;
  const [least, most] = extent(output.data);
  return t('description', {
    filters,
    channels,
    groups,
    slices,
    total,
    height: output.shape[2],
    width: output.shape[3],
    least: numberText(least, 2),
    most: numberText(most, 2),
  });
}
