import { defineWidget } from '#kit/define-widget.ts';
import { matrix } from '#nd/nd-array.ts';
import { learnsFast } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { hiddenKernels } from './presets.ts';
import { strings } from './strings.ts';
import { View } from './view.tsx';
import { outcomeText, valuesOf } from './words.ts';

export default defineWidget({
  id: 'learn-filter',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    'too-fast': { rate: 0.8, steps: 20, step: 6 },
    stripes: { input: 'stripes', rate: 0.3, steps: 60, step: 60 },
    disc: { input: 'disc', rate: 0.15, steps: 60, step: 60 },
    noisy: { hidden: matrix(hiddenKernels.laplacian), noise: 0.5, step: 40 },
  },
  timeline: { param: 'step', perSecond: 4, countsFrom: 0, steps: ({ steps }) => steps + 1 },
  challenges: { fast: learnsFast },
  createModel,
  summary: (model, t) => t('summary', valuesOf(model)),
  describe: (model, t) => t('description', { ...valuesOf(model), outcome: outcomeText(model, t) }),
  announce: outcomeText,
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});
