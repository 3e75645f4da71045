import type * as tf from '@tensorflow/tfjs-core';
import {
  kernelSpan,
  outputSize,
  paddedSize,
  toPair,
  windowGeometry,
  type AxisGeometry,
  type Edges,
  type Padding,
  type Pair,
} from '#nd/conv-geometry.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { requireRank } from './require.ts';

export type Pool2dOptions = {
  /** Defaults to the kernel: windows side by side. */
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly dilation?: Pair;
  /** Round the output size up, so that a last window may hang over the edge. */
  readonly ceilMode?: boolean;
};

export type PoolGeometry = {
  /** Edges with the overhang that `ceilMode` asks for. */
  readonly edges: readonly [Edges, Edges];
  readonly axes: readonly [AxisGeometry, AxisGeometry];
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
};

/** Resolves the options of a pooling against its input; errors as {@link windowGeometry}. */
export function poolGeometry(
  x: tf.Tensor4D,
  kernelSize: Pair,
  options: Pool2dOptions,
): PoolGeometry {
  requireRank('input', x, 4);
  const kernel = toPair(kernelSize);
  const stride = toPair(options.stride ?? kernelSize);
  const dilation = toPair(options.dilation ?? 1);
  const axes = windowGeometry([x.shape[2], x.shape[3]], kernel, {
    stride,
    dilation,
    padding: options.padding,
  });
  for (const axis of axes) {
    const widest = Math.max(...axis.padding);
    const most = kernelSpan(axis.kernel, axis.dilation) - 1;
    if (widest > most) throw new TensorError('padding-too-wide', 'padding', { was: widest, most });
  }
  const edges = axes.map((axis): Edges => {
    const [before, after] = axis.padding;
    return [before, after + (options.ceilMode ? overhang(axis) : 0)];
  });
  return { axes, kernel, stride, dilation, edges: [edges[0], edges[1]] };
}

/** Cells missing for one more window, if that window would start inside the input or its left padding. */
function overhang(axis: AxisGeometry): number {
  const { size, stride, padding } = axis;
  const count = outputSize(axis);
  const missing = count * stride + kernelSpan(axis.kernel, axis.dilation) - paddedSize(axis);
  const startsInside = count * stride < size + padding[0];
  return missing < stride && startsInside ? missing : 0;
}
