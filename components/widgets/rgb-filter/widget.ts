import { defineWidget } from '#kit/define-widget.ts';
import { greenItself, redOnly } from './challenges.ts';
import { Controls } from './controls.tsx';
import { filters } from './filters.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { pictures } from './pictures.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { valuesOf } from './words.ts';

export default defineWidget({
  id: 'rgb-filter',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'same-slice': { kernel: filters.sameThrice, bias: 0 },
    'only-red': { kernel: filters.onlyRed, bias: 0, cell: 27 },
    grey: { kernel: filters.brightness, bias: 0, cell: 27 },
    'red-against-green': { kernel: filters.redAgainstGreen, bias: 0, cell: 27 },
    'colour-edge': {
      image: pictures.squares(8),
      kernel: filters.colourEdge,
      bias: 0,
      padding: 1,
      cell: 42,
    },
    'half-size': { stride: 2, padding: 1, cell: 6 },
  },
  timeline: {
    param: 'cell',
    perSecond: 4,
    countsFrom: 1,
    steps: (_, { output }) => output.data.length,
  },
  viewParams: ['cell'],
  gives({ state }) {
    const { params, result } = state.answered.value;
    return { image: params.image, partial: result.partial, output: result.output };
  },
  takes: { param: 'image' },
  challenges: { 'red-only': redOnly, 'green-itself': greenItself },
  createModel,
  summary(model, t) {
    const { padding } = model.state.params.value;
    return t('summary', {
      ...valuesOf(model),
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
