import { numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Counts } from './counts.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

// Readers count from 1.

export const channelName = (t: Translate<Key>, channel: number): string =>
  t('channelName', { number: channel + 1 });

export const filterName = (t: Translate<Key>, filter: number): string =>
  t('filterName', { number: filter + 1 });

/** A slice, by its filter and the channel that it sees. */
export function sliceName(t: Translate<Key>, filter: number, channel: number): string {
  return t('sliceName', { filter: filter + 1, channel: channel + 1 });
}

export const outputName = (t: Translate<Key>, filter: number): string =>
  t('outputName', { number: filter + 1 });

/** An element and what it holds, in words. */
export function elementText(t: Translate<Key>, model: Model): string {
  const { stage, index } = model.current.value;
  const [n, c, h, w] = index;
  const names = {
    image: () => channelName(t, c),
    weight: () => sliceName(t, n, model.seenBy(n)[c]),
    output: () => outputName(t, c),
  };
  return t('here', {
    map: names[stage](),
    h: h + 1,
    w: w + 1,
    value: numberText(model.value.value, 2),
  });
}

/** How many numbers the layer learns, in one sentence or two. */
export function countText(t: Translate<Key>, counts: Counts): string {
  const values = {
    filters: counts.filters,
    slices: counts.slices,
    size: `${counts.rows} × ${counts.columns}`,
    weights: counts.weights,
    total: counts.total,
    channels: counts.channels,
    groups: counts.groups,
    ungroupedWeights: counts.ungroupedWeights,
  };
  const count = t('countWords', values);
  return counts.groups === 1 ? count : `${count} ${t('groupWords', values)}`;
}
