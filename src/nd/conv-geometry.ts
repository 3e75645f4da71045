import { TensorError } from './tensor-error.ts';

/** A number for both axes, or [vertical, horizontal]. */
export type Pair = number | readonly [number, number];

/** Cells added before and after one axis. */
export type Edges = readonly [before: number, after: number];

/**
 * Padding of the two spatial axes: a number, a pair [vertical, horizontal], the four edges
 * [[top, bottom], [left, right]], 'valid' (none) or 'same' (output size ⌈n/s⌉; where the total is
 * odd the extra cell goes to the bottom and right, as PyTorch and TensorFlow have it).
 */
export type Padding = Pair | readonly [Edges, Edges] | 'same' | 'valid';

export type PaddingMode = 'constant' | 'reflect' | 'replicate';

/** How a window walks along one axis. */
export type AxisGeometry = {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Edges;
};

export function toPair(value: Pair): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}

/** Cells that a dilated kernel spans: d(k − 1) + 1. */
export function kernelSpan(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/** ⌊(n + p − d(k − 1) − 1) / s⌋ + 1, where p counts both edges; below 1 where the kernel does not fit. */
export function outputSize({ size, kernel, stride, dilation, padding }: AxisGeometry): number {
  const room = size + padding[0] + padding[1] - kernelSpan(kernel, dilation);
  return Math.floor(room / stride) + 1;
}

function edgesOfAxis(
  padding: Padding,
  axis: 0 | 1,
  geometry: Omit<AxisGeometry, 'padding'>,
): Edges {
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    const { size, kernel, stride, dilation } = geometry;
    const covered = (Math.ceil(size / stride) - 1) * stride + kernelSpan(kernel, dilation);
    const total = Math.max(0, covered - size);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  }
  if (typeof padding === 'number') return [padding, padding];
  const edges = padding[axis];
  return typeof edges === 'number' ? [edges, edges] : edges;
}

function requireCount(argument: string, value: number, least: 0 | 1): void {
  if (!Number.isInteger(value) || value < least) {
    throw new TensorError(least === 0 ? 'not-a-count' : 'not-positive', argument, { was: value });
  }
}

/**
 * Checks kernel, stride, dilation and padding against an input's height and width and returns the
 * geometry of both axes.
 * @throws TensorError naming the argument that cannot be met
 */
export function windowGeometry(
  input: readonly [height: number, width: number],
  kernel: readonly [height: number, width: number],
  options: { stride?: Pair; dilation?: Pair; padding?: Padding } = {},
): [vertical: AxisGeometry, horizontal: AxisGeometry] {
  const stride = toPair(options.stride ?? 1);
  const dilation = toPair(options.dilation ?? 1);
  const axes = ([0, 1] as const).map((axis) => {
    const walk = {
      size: input[axis],
      kernel: kernel[axis],
      stride: stride[axis],
      dilation: dilation[axis],
    };
    requireCount('kernel', walk.kernel, 1);
    requireCount('stride', walk.stride, 1);
    requireCount('dilation', walk.dilation, 1);
    const padding = edgesOfAxis(options.padding ?? 0, axis, walk);
    padding.forEach((edge) => requireCount('padding', edge, 0));
    return { ...walk, padding };
  });
  const [vertical, horizontal] = axes;
  if (axes.some((axis) => outputSize(axis) < 1)) {
    throw new TensorError('kernel-too-large', 'kernel', {
      was: `${kernelSpan(vertical.kernel, vertical.dilation)} × ${kernelSpan(horizontal.kernel, horizontal.dilation)}`,
      most: `${paddedSize(vertical)} × ${paddedSize(horizontal)}`,
    });
  }
  return [vertical, horizontal];
}

export function paddedSize({ size, padding }: AxisGeometry): number {
  return size + padding[0] + padding[1];
}

/** Where the first cell of the window of output cell `index` lies, counted in the unpadded input. */
export function windowStart({ stride, padding }: AxisGeometry, index: number): number {
  return index * stride - padding[0];
}

/**
 * Input cell that a padded position copies, by padding mode; null where it holds the constant.
 * Positions count from the first unpadded cell: −1 is the first padded cell before it.
 */
export function sourceOf(position: number, size: number, mode: PaddingMode): number | null {
  if (position >= 0 && position < size) return position;
  if (mode === 'constant') return null;
  if (mode === 'replicate') return position < 0 ? 0 : size - 1;
  const period = Math.max(1, 2 * (size - 1));
  const phase = Math.abs(position) % period;
  return phase < size ? phase : period - phase;
}
