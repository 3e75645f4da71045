import { defineWidget } from '#kit/define-widget.ts';
import { matrix } from '#nd/nd-array.ts';
import { same, shortest } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, unitTexts, valuesOf } from './words.ts';

/** Its ratio is 0.2, and that of the layer, which the first unit decides, is below λ. */
const hidden = {
  gradients: matrix([
    [0.016, 0.012],
    [0.004, 0.003],
    [0.0012, 0.0016],
    [-3e-6, 4e-6],
  ]),
  look: 2,
};

export default defineWidget({
  id: 'agc',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'one-huge': {
      gradients: matrix([
        [0.024, 0.018],
        [2.4, 1.8],
        [3e-5, 4e-5],
        [-3e-6, 4e-6],
      ]),
      look: 1,
    },
    magnitudes: {
      weights: matrix([
        [3, 4],
        [0, 0],
        [0.6, 0.8],
        [1e-4, 0],
      ]),
      gradients: matrix([
        [0.3, 0.4],
        [3e-4, 4e-4],
        [0.003, 0.004],
        [3e-6, 4e-6],
      ]),
      limit: 0.05,
    },
    hidden,
    whole: { ...hidden, unit: 'whole' },
    'no-epsilon': { epsilon: '0', look: 3 },
    loose: { lambda: 0.16 },
  },
  viewParams: ['look'],
  challenges: { shortest, same },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) =>
    t('description', {
      ...valuesOf(model),
      units: unitTexts(model, t),
      outcome: outcomeText(model, t),
    }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
