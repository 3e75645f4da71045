import { numberText, shortNumber } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { LINES, placeOf } from './walk.ts';

export const imageName = (t: Translate<Key>, n: number): string =>
  t('imageName', { number: n + 1 });

/** A fully connected layer has units where a convolution has channels. */
const isDense = ({ tensors }: Model): boolean => {
  const [, , height, width] = tensors.value.x.shape;
  return height === 1 && width === 1;
};

export const channelName = (t: Translate<Key>, model: Model, c: number): string =>
  t(isDense(model) ? 'unitName' : 'channelName', { number: c + 1 });

/** A map: its image and its channel. */
export const mapName = (t: Translate<Key>, model: Model, n: number, c: number): string =>
  t('where', { image: imageName(t, n), channel: channelName(t, model, c) });

/** How many pairs of statistics there are, and over how many values each. */
export function countText(t: Translate<Key>, model: Model): string {
  const [images, channels, height, width] = model.tensors.value.x.shape;
  const values = images * height * width;
  const over = isDense(model)
    ? t('overUnits', { images })
    : t('over', { images, height, width, values });
  return t(channels === 1 ? 'onePair' : 'pairs', { channels, over });
}

export const learnedText = (t: Translate<Key>, model: Model): string =>
  t('learned', { count: 2 * model.channels.value });

/** What the present step does. */
export function stepText(t: Translate<Key>, model: Model): string {
  const { channel, line } = placeOf(model.step.value);
  const [images, channels, height, width] = model.tensors.value.x.shape;
  if (line === 0) return t('step0');
  const { mean, variance } = model.state.answered.value.result;
  const values = {
    channel: channelName(t, model, channel),
    images,
    values: images * height * width,
    mean: shortNumber(mean.data[channel]),
    variance: shortNumber(variance.data[channel]),
    gamma: numberText(model.affine.value.gamma.data[channel], 2),
    beta: numberText(model.affine.value.beta.data[channel], 2),
  };
  const text = t(`step${line}` as Key, values);
  return model.step.value === LINES * channels ? `${text} ${t('stepLast')}` : text;
}

/** The current element and what becomes of it. */
export function elementText(t: Translate<Key>, model: Model): string {
  const [n, c, h, w] = model.current.value;
  const { x, y, mean, variance } = model.numbers.value;
  return t('here', {
    image: imageName(t, n),
    channel: channelName(t, model, c),
    h: h + 1,
    w: w + 1,
    x: numberText(x, 2),
    y: numberText(y, 2),
    mean: shortNumber(mean),
    variance: shortNumber(variance),
  });
}
