import { defineWidget } from '#kit/define-widget.ts';
import { ndArray } from '#nd/nd-array.ts';
import { flipped, trueTenth, worseWithTwo } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

const equal = (layers: number, weight: number) =>
  ndArray([1, layers], Array<number>(layers).fill(weight));

export default defineWidget({
  id: 'coupled-layers',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    tenfold: { epsilon: 0.1 },
    'too-long': { epsilon: 0.3 },
    thirty: { weights: equal(30, 1.2) },
    'thirty-small': { weights: equal(30, 0.8), epsilon: 300 },
    'three-ones': { weights: equal(3, 1), epsilon: 0.0333 },
    'thirty-ones': { weights: equal(30, 1), epsilon: 0.0033 },
    normalized: { epsilon: 0.1, beside: 'norm' },
    rectified: { epsilon: 0.05, beside: 'relu-norm' },
  },
  timeline: {
    param: 'step',
    perSecond: 2,
    countsFrom: 0,
    steps: ({ weights }) => weights.data.length + 1,
  },
  viewParams: ['layer'],
  challenges: { 'true-tenth': trueTenth, 'worse-with-two': worseWithTwo, flipped },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', { ...valuesOf(model), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  gives: ({ params: { value } }) => ({ weightsOf: value.weights, batch: value.x }),
  takes: { param: 'x' },
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
