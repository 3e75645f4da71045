import * as tf from '@tensorflow/tfjs-core';
import {
  toPair,
  windowGeometry,
  type Padding,
  type PaddingMode,
  type Pair,
} from '#nd/conv-geometry.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { correlate } from './correlate.ts';
import { pad2d } from './pad2d.ts';
import { requireRank } from './require.ts';
import { spread } from './spread.ts';

export type Conv2dOptions = {
  /** [O]: one number added to every cell of an output channel. */
  readonly bias?: tf.Tensor1D;
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly paddingMode?: PaddingMode;
  /** What the added cells hold when `paddingMode` is 'constant'. */
  readonly paddingValue?: number;
  readonly dilation?: Pair;
  readonly groups?: number;
};

/**
 * 2-D convolution as the libraries have it: cross-correlation, the kernel is not flipped.
 *
 *     y[n, o, i, j] = b[o] + Σ_c Σ_u Σ_v w[o, c, u, v] · x̃[n, c, i·s + u·d, j·s + v·d]
 *
 * where x̃ is the padded input and c runs over the channels of the group of o.
 *
 * @param x [N, C, H, W]
 * @param weight [O, C / groups, h, w]
 * @returns [N, O, H′, W′] with H′ = ⌊(H + p − d(h − 1) − 1) / s⌋ + 1, p the cells added at both edges
 * @throws TensorError if channels, groups and sizes do not fit together
 * @see torch.nn.functional.conv2d, torch.nn.Conv2d (padding_mode)
 */
export function conv2d(
  x: tf.Tensor4D,
  weight: tf.Tensor4D,
  options: Conv2dOptions = {},
): tf.Tensor4D {
  const { bias, stride = 1, dilation = 1, groups = 1, paddingMode, paddingValue } = options;
  requireRank('input', x, 4);
  requireRank('kernel', weight, 4);
  requireGroups(x, weight, groups);
  const [outputs, , h, w] = weight.shape;
  if (bias && (bias.rank !== 1 || bias.shape[0] !== outputs)) {
    throw new TensorError('wrong-shape', 'bias', { was: bias.shape.join(', '), must: outputs });
  }
  const axes = windowGeometry([x.shape[2], x.shape[3]], [h, w], {
    stride,
    dilation,
    padding: options.padding,
  });
  return tf.tidy(() => {
    const padded = pad2d(x, [axes[0].padding, axes[1].padding], {
      mode: paddingMode,
      value: paddingValue,
    });
    const y = correlateGroups(padded, spread(weight, toPair(dilation)), toPair(stride), groups);
    return bias ? tf.add(y, tf.reshape(bias, [1, outputs, 1, 1])) : y;
  });
}

function requireGroups(x: tf.Tensor4D, weight: tf.Tensor4D, groups: number): void {
  const channels = x.shape[1];
  for (const count of [channels, weight.shape[0]]) {
    if (!Number.isInteger(groups) || groups < 1 || count % groups !== 0) {
      throw new TensorError('groups-do-not-divide', 'groups', { was: groups, channels: count });
    }
  }
  if (weight.shape[1] !== channels / groups) {
    throw new TensorError('channels-do-not-match', 'kernel', {
      was: weight.shape[1],
      must: channels / groups,
    });
  }
}

function correlateGroups(
  x: tf.Tensor4D,
  weight: tf.Tensor4D,
  stride: readonly [number, number],
  groups: number,
): tf.Tensor4D {
  if (groups === 1) return correlate(x, weight, stride);
  const inputs: tf.Tensor4D[] = tf.split(x, groups, 1);
  const filters: tf.Tensor4D[] = tf.split(weight, groups, 0);
  return tf.concat(
    inputs.map((input, group) => correlate(input, filters[group], stride)),
    1,
  );
}
