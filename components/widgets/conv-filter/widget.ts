import { extent, matrix } from '#nd/nd-array.ts';
import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { edgesOnly, keepsSize } from './challenges.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { strings, type Key } from './strings.ts';
import { Controls } from './controls.tsx';
import { View } from './view.tsx';

const END = params.step.max;

export default defineWidget({
  id: 'conv-filter',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'same-size': { padding: 1, step: END, cell: 0 },
    'pad-output': { padding: 1, padOutput: true, step: END, cell: 24 },
    'stride-2': { stride: 2, padding: 1, step: 4 },
    dilated: { dilation: 2, padding: 2, step: 27 },
    impulse: {
      image: images.dot(7),
      kernel: matrix(kernels.emboss),
      activation: 'identity',
      step: END,
      cell: 7,
    },
    emblem: { image: images.glyph(20), kernel: matrix(kernels.laplacian), step: END, cell: 152 },
    blur: {
      image: images.stripes(12),
      kernel: matrix(kernels.blur),
      padding: 1,
      paddingMode: 'reflect',
      step: END,
    },
  },
  timeline: {
    param: 'step',
    perSecond: 4,
    countsFrom: 1,
    with: { cell: -1 },
    steps: (_, { linear }) => linear.data.length,
  },
  challenges: { 'edges-only': edgesOnly, 'keep-size': keepsSize },
  gives({ state }) {
    const { params, result } = state.answered.value;
    return { input: params.image, output: result.linear, activatedMap: result.activated };
  },
  takes: { param: 'image' },
  createModel,
  summary(model, t) {
    const { kernel, stride, padding } = model.state.params.value;
    return t('summary', {
      kernel: kernel.shape.join(' × '),
      stride,
      padding: padding === 0 ? t('noPadding') : t('somePadding', { padding }),
    });
  },
  describe: (model, t) => t('description', valuesOf(model)),
  announce: (model, t) => t('announcement', valuesOf(model)),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function valuesOf({ state, current, sum, activatedSum }: Model): Values {
  const { params, result } = state.answered.value;
  const [least, most] = extent(result.linear.data);
  return {
    kernel: params.kernel.shape.join(' × '),
    image: params.image.shape.join(' × '),
    output: result.linear.shape.join(' × '),
    stride: params.stride,
    padding: params.padding,
    dilation: params.dilation,
    row: current.value.row + 1,
    column: current.value.column + 1,
    sum: numberText(sum.value, 2),
    activated: numberText(activatedSum.value, 2),
    least: numberText(least, 2),
    most: numberText(most, 2),
  };
}

export type T = Translate<Key>;
