import { numberText, shortNumber } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Element, Model } from './model.ts';
import type { Key } from './strings.ts';

export const imageName = (t: Translate<Key>, n: number): string =>
  t('imageName', { number: n + 1 });

export const channelName = (t: Translate<Key>, c: number): string =>
  t('channelName', { number: c + 1 });

/** How many statistics there are, and over how many values each. */
export function countText(t: Translate<Key>, { sets }: Model): string {
  if (!sets.value) return t('noSets');
  const { count, values } = sets.value;
  return t(count === 1 ? 'oneSet' : 'setCount', { count, values });
}

/** How many numbers γ and β have, as the libraries keep them. */
export function affineText(t: Translate<Key>, { state }: Model): string {
  const { norm, x } = state.answered.value.params;
  const [, channels, height, width] = x.shape;
  const elements = channels * height * width;
  const texts = {
    none: '',
    batch: t('affineChannel', { count: channels }),
    instance: t('affineInstance', { count: channels }),
    group: t('affineChannel', { count: channels }),
    layer: t('affineElement', { count: elements }),
    rms: t('affineRms', { count: elements }),
  };
  return texts[norm];
}

/** An element and what it holds, in words. */
export function elementText(t: Translate<Key>, model: Model): string {
  const { index }: Element = model.current.value;
  const [n, c, h, w] = index;
  const { x, y } = model.values.value;
  const { mean, variance } = model.statistics.value;
  const place = t('here', {
    image: imageName(t, n),
    channel: channelName(t, c),
    h: h + 1,
    w: w + 1,
    x: numberText(x, 2),
    y: numberText(y, 2),
  });
  if (variance === undefined) return place;
  const spread = shortNumber(Math.sqrt(variance));
  return `${place} ${
    mean === undefined
      ? t('hereRms', { rms: spread })
      : t('hereSet', { mean: shortNumber(mean), deviation: spread })
  }`;
}

/** How far the norm is from those that it may coincide with. */
export function differenceTexts(t: Translate<Key>, { state }: Model): string[] {
  const { params, result } = state.answered.value;
  return (['batch', 'layer', 'instance'] as const).flatMap((end, index) => {
    const difference = result.differences.data[index];
    if (end === params.norm || params.norm === 'none') return [];
    const from = t(`norm.${end}`);
    return difference < 0
      ? [t('impossible', { from })]
      : [
          t('difference', {
            from,
            difference: difference === 0 ? '0' : numberText(difference, difference < 0.01 ? 6 : 2),
          }),
        ];
  });
}
