import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Element, Model, Stage } from './model.ts';
import type { Key } from './strings.ts';

/** What the two outer axes of a tensor count. */
const axisWords = {
  images: ['imageName', 'channelName'],
  weight: ['filterName', 'sliceName'],
  output: ['imageName', 'channelName'],
  second: ['imageName', 'channelName'],
} as const satisfies Record<Stage, readonly [Key, Key]>;

/** Readers count from 1. */
export function rowName(t: Translate<Key>, stage: Stage, n: number): string {
  return t(axisWords[stage][0], { number: n + 1 });
}

export function columnName(t: Translate<Key>, stage: Stage, c: number): string {
  return t(axisWords[stage][1], { number: c + 1 });
}

/** An element and what it holds, in words. */
export function elementText(t: Translate<Key>, { stage, index }: Element, value: number): string {
  const [n, c, h, w] = index;
  return t('here', {
    tensor: t(stage),
    row: rowName(t, stage, n),
    column: columnName(t, stage, c),
    h: h + 1,
    w: w + 1,
    value: numberText(value, 2),
  });
}

export function changeText(t: Translate<Key>, { change }: Model): string | undefined {
  if (!change.value) return undefined;
  const { image, own, others } = change.value;
  return t('changedOne', { image: image + 1, own: numberText(own, 2), others: String(others) });
}
