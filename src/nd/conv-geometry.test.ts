import { describe, expect, it } from 'vitest';
import {
  kernelSpan,
  outputSize,
  paddedSize,
  sourceOf,
  toPair,
  windowGeometry,
  windowStart,
  type AxisGeometry,
  type PaddingMode,
} from './conv-geometry.ts';
import { TensorError } from './tensor-error.ts';

/** Starts of all windows that lie within the padded axis, found by trying every one. */
function startsByTrial({ size, kernel, stride, dilation, padding }: AxisGeometry): number[] {
  const starts = [];
  for (let start = 0 - padding[0]; start < size + padding[1]; start += stride) {
    const taps = Array.from({ length: kernel }, (_, tap) => start + tap * dilation);
    if (taps.every((tap) => tap < size + padding[1])) starts.push(start);
  }
  return starts;
}

function* manyAxes(): Generator<AxisGeometry> {
  for (const size of [1, 2, 5, 6, 9])
    for (const kernel of [1, 2, 3, 5])
      for (const stride of [1, 2, 3, 4])
        for (const dilation of [1, 2, 3])
          for (const padding of [
            [0, 0],
            [1, 1],
            [0, 2],
            [3, 1],
          ] as const)
            yield { size, kernel, stride, dilation, padding };
}

describe('windows along one axis', () => {
  it('are as many as can be counted, and start where they are found', () => {
    let checked = 0;
    for (const axis of manyAxes()) {
      const starts = startsByTrial(axis);
      const label = JSON.stringify(axis);
      if (starts.length === 0) expect(outputSize(axis), label).toBeLessThan(1);
      else expect(outputSize(axis), label).toBe(starts.length);
      const got = starts.map((_, index) => windowStart(axis, index));
      expect(got, label).toEqual(starts);
      checked++;
    }
    expect(checked).toBe(5 * 4 * 4 * 3 * 4);
  });

  it('spans d(k − 1) + 1 cells', () => {
    expect(kernelSpan(3, 1)).toBe(3);
    expect(kernelSpan(3, 2)).toBe(5);
    expect(kernelSpan(1, 9)).toBe(1);
  });

  it('counts both edges in the padded size', () => {
    expect(paddedSize({ size: 5, kernel: 1, stride: 1, dilation: 1, padding: [1, 3] })).toBe(9);
  });
});

describe('windowGeometry', () => {
  it('takes numbers, pairs and four edges for padding', () => {
    const paddings = (padding: Parameters<typeof windowGeometry>[2]): unknown =>
      windowGeometry([7, 9], [3, 3], padding).map((axis) => axis.padding);
    expect(paddings({})).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(paddings({ padding: 2 })).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(paddings({ padding: [1, 2] })).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const edges = [
      [0, 1],
      [2, 3],
    ] as const;
    expect(paddings({ padding: edges })).toEqual(edges);
  });

  it('gives each axis its own size, kernel, stride and dilation', () => {
    const [vertical, horizontal] = windowGeometry([7, 9], [2, 3], { stride: [1, 2], dilation: 2 });
    expect(vertical).toEqual({ size: 7, kernel: 2, stride: 1, dilation: 2, padding: [0, 0] });
    expect(horizontal).toEqual({ size: 9, kernel: 3, stride: 2, dilation: 2, padding: [0, 0] });
    expect(toPair([1, 2])).toEqual([1, 2]);
    expect(toPair(4)).toEqual([4, 4]);
  });

  it('“same” gives ⌈n / s⌉ windows, and an odd cell goes after', () => {
    for (const { size, kernel, stride, dilation } of manyAxes()) {
      const [axis] = windowGeometry([size, size], [kernel, kernel], {
        stride,
        dilation,
        padding: 'same',
      });
      const label = JSON.stringify(axis);
      expect(outputSize(axis), label).toBe(Math.ceil(size / stride));
      expect(axis.padding[1] - axis.padding[0], label).toBeOneOf([0, 1]);
    }
    const even = windowGeometry([6, 6], [2, 4], { padding: 'same' });
    expect(even.map((axis) => axis.padding)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('“valid” adds nothing', () => {
    const [axis] = windowGeometry([6, 6], [3, 3], { padding: 'valid' });
    expect(axis.padding).toEqual([0, 0]);
    expect(outputSize(axis)).toBe(4);
  });

  it.each<[string, string, string, Parameters<typeof windowGeometry>[2]]>([
    ['a stride of 0', 'stride', 'not-positive', { stride: 0 }],
    ['a stride of 1.5 on one axis', 'stride', 'not-positive', { stride: [1, 1.5] }],
    ['a stride of NaN', 'stride', 'not-positive', { stride: NaN }],
    ['a dilation of −1', 'dilation', 'not-positive', { dilation: -1 }],
    ['an infinite dilation', 'dilation', 'not-positive', { dilation: Infinity }],
    ['a padding of −1', 'padding', 'not-a-count', { padding: -1 }],
    [
      'half a cell of padding at one edge',
      'padding',
      'not-a-count',
      {
        padding: [
          [0, 0.5],
          [0, 0],
        ],
      },
    ],
    ['a kernel that is too wide', 'kernel', 'kernel-too-large', { dilation: [1, 5] }],
    ['a kernel that is too high', 'kernel', 'kernel-too-large', { dilation: [5, 1] }],
  ])('refuses %s and names it', (_, argument, code, options) => {
    const attempt = (): unknown => windowGeometry([6, 6], [3, 3], options);
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(expect.objectContaining({ argument, code }) as Error);
    expect(attempt).not.toThrow(/undefined/);
  });

  it('refuses an empty kernel', () => {
    expect(() => windowGeometry([6, 6], [0, 3])).toThrow(/kernel: not-positive \{"was":0\}/);
  });

  it('says how far a kernel spans and how much room there was', () => {
    expect(() => windowGeometry([4, 5], [3, 3], { dilation: 3, padding: 1 })).toThrow(
      /7 × 7.*6 × 7/,
    );
  });

  it('lets a kernel that just fits pass', () => {
    expect(outputSize(windowGeometry([7, 7], [4, 4], { dilation: 2 })[0])).toBe(1);
  });
});

/** What numpy.pad(range(size), (before, after), mode) gives; −1 stands for the constant. */
const numpyPads: [PaddingMode, size: number, before: number, after: number, number[]][] = [
  ['reflect', 5, 3, 2, [3, 2, 1, 0, 1, 2, 3, 4, 3, 2]],
  ['reflect', 3, 2, 2, [2, 1, 0, 1, 2, 1, 0]],
  ['reflect', 2, 1, 1, [1, 0, 1, 0]],
  ['replicate', 5, 3, 2, [0, 0, 0, 0, 1, 2, 3, 4, 4, 4]],
  ['replicate', 2, 1, 3, [0, 0, 1, 1, 1, 1]],
  ['replicate', 1, 2, 2, [0, 0, 0, 0, 0]],
  ['constant', 5, 3, 2, [-1, -1, -1, 0, 1, 2, 3, 4, -1, -1]],
];

describe('sourceOf', () => {
  it.each(numpyPads)('%s, %i cells, %i before and %i after: as numpy.pad', (...pad) => {
    const [mode, size, before, , expected] = pad;
    const got = expected.map((_, index) => sourceOf(index - before, size, mode) ?? -1);
    expect(got).toEqual(expected);
  });
});
