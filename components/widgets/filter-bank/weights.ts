import { mapOf, withCount } from '#nd/maps.ts';
import { matrix, maxAbs, ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { recentre } from '#nd/resample.ts';
import { kernels } from '#nd/sample-kernels.ts';

/** How many channels a layer takes, how many it gives, and into how many groups they fall. */
export type Layer = {
  readonly channels: number;
  readonly filters: number;
  readonly groups: number;
};

const ones = [
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
];
const spot = [
  [0, -1, 0],
  [-1, 4, -1],
  [0, -1, 0],
];
const diagonal = [
  [0, 1, 2],
  [-1, 0, 1],
  [-2, -1, 0],
];

/** Eight filters: a kernel, and how much of it each of three channels gets. */
const samples = [
  { kernel: ones, factors: [2, -1, -1] },
  { kernel: kernels.sobelX, factors: [1, 1, 1] },
  { kernel: kernels.sobelY, factors: [1, 1, 1] },
  { kernel: ones, factors: [1, 1, -2] },
  { kernel: spot, factors: [1, 1, 1] },
  { kernel: diagonal, factors: [1, 1, 1] },
  { kernel: ones, factors: [-1, 2, -1] },
  { kernel: kernels.emboss, factors: [1, -1, 1] },
] as const;

/** A slice of the n-th sample filter. What has one cell only mixes the channels. */
export function sampleSlice(filter: number, channel: number, [rows, columns]: readonly number[]) {
  const { kernel, factors } = samples[filter % samples.length];
  const factor = factors[channel % factors.length];
  const cells = recentre(matrix(rows * columns === 1 ? [[1]] : kernel), rows, columns);
  return cells.data.map((weight) => factor * weight);
}

/** The first sample filters: [filters, slices, side, side]. */
export function sampleFilters(filters: number, slices: number, side = 3): NdArray {
  const shape = [0, slices, side, side];
  return withCount({ shape, data: new Float32Array() }, filters, (n) => sampleFilter(n, shape));
}

function sampleFilter(n: number, [, slices, ...size]: readonly number[]): readonly number[] {
  return Array.from({ length: slices }, (_, slice) => [...sampleSlice(n, slice, size)]).flat();
}

/** The first channel that a filter sees. */
export function firstChannel(filter: number, { channels, filters, groups }: Layer): number {
  return Math.floor((filter * groups) / filters) * (channels / groups);
}

/** Whether channels and filters fall into so many equal groups. */
export function canGroup({ channels, filters, groups }: Layer): boolean {
  return channels % groups === 0 && filters % groups === 0;
}

/** The most groups, but no more than there were, that a layer can have. */
export function mostGroups(layer: Layer): number {
  let { groups } = layer;
  while (!canGroup({ ...layer, groups })) groups--;
  return groups;
}

/**
 * Weights for another layer. Filters keep the slices for the channels that they go on seeing; where
 * they come to see more, the new slices are zero and the output stays what it was. If the channels
 * themselves are others, slices keep their places. New filters and slices are samples.
 * A layer that cannot be grouped keeps the slices as they are, and is refused when it is computed.
 * @param channels of the input before
 */
export function fitWeight(weight: NdArray, channels: number, layer: Layer): NdArray {
  const counted = withCount(weight, layer.filters, (n) => sampleFilter(n, weight.shape));
  const [, slices, rows, columns] = weight.shape;
  const wanted = layer.channels / layer.groups;
  if (!canGroup(layer) || wanted === slices) return counted;

  const before = { ...layer, groups: channels / slices };
  const moves = channels === layer.channels && canGroup(before);
  const shape = [layer.filters, wanted, rows, columns];
  const data = new Float32Array(sizeOf(shape));
  for (let filter = 0; filter < layer.filters; filter++) {
    const shift = moves ? firstChannel(filter, layer) - firstChannel(filter, before) : 0;
    for (let slice = 0; slice < wanted; slice++) {
      const source = slice + shift;
      const start = (filter * wanted + slice) * rows * columns;
      if (source >= 0 && source < slices) data.set(mapOf(counted, filter, source).data, start);
      else if (!moves) data.set(sampleSlice(filter, slice, [rows, columns]), start);
    }
  }
  return { shape, data };
}

/** Weights with so many cells a side, their middles kept; a slice of which nothing is left is a sample. */
export function withKernelSide(weight: NdArray, side: number): NdArray {
  const [filters, slices] = weight.shape;
  const maps = Array.from({ length: filters * slices }, (_, index) => {
    const [filter, slice] = [Math.floor(index / slices), index % slices];
    const old = mapOf(weight, filter, slice);
    const fitted = recentre(old, side, side).data;
    const lost = maxAbs(fitted) === 0 && maxAbs(old.data) > 0;
    return [...(lost ? sampleSlice(filter, slice, [side, side]) : fitted)];
  });
  return ndArray([filters, slices, side, side], maps.flat());
}
