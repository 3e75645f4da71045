import type { Translate } from '#i18n/translate.ts';
import { defineWidget } from '#kit/define-widget.ts';
import { changesNothing } from './challenges.ts';
import { Controls } from './controls.tsx';
import { createModel, type Model } from './model.ts';
import { LAST_STEP, params } from './params.ts';
import { pictures } from './pictures.ts';
import { strings, type Key } from './strings.ts';
import { View } from './view.tsx';
import { distanceTexts, strengthText } from './words.ts';

export default defineWidget({
  id: 'statistic-transfer',
  version: 1,
  migrations: {},
  params,
  examples: {
    default: {},
    house: { content: pictures.house(), style: pictures.night(), strength: 0.5 },
    filters: { space: 'filters' },
    itself: { style: pictures.portrait() },
  },
  timeline: { param: 'step', perSecond: 0.7, countsFrom: 0, steps: () => LAST_STEP + 1 },
  viewParams: ['channel'],
  gives({ state }) {
    const { params, result } = state.answered.value;
    return { content: params.content, style: params.style, result: result.result };
  },
  takes: { param: 'content' },
  challenges: { 'changes-nothing': changesNothing },
  createModel,
  summary(model, t) {
    const { space, strength } = model.state.answered.value.params;
    return t('summary', { space: t(`space.${space}`), strength: strengthText(strength) });
  },
  describe,
  announce: (model, t) => distanceTexts(model, t).join(' '),
  code: async () => (await import('./code.ts')).code,
  strings,
  View,
  Controls,
});

function describe(model: Model, t: Translate<Key>): string {
  const { content, style, strength } = model.state.answered.value.params;
  const sizeOf = ({ shape }: typeof content): string => `${shape[1]} × ${shape[2]}`;
  return t('description', {
    content: sizeOf(content),
    style: sizeOf(style),
    channels: model.channels.value.length,
    strength: strengthText(strength),
    distances: distanceTexts(model, t).join(' '),
  });
}
