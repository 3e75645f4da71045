import { maxAbs, maxDifference, type NdArray } from '#nd/nd-array.ts';
import { extent } from '#nd/nd-array.ts';
import { mapOf } from '#nd/maps.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

const SAME = 1e-5;
const SEEN = 1e-3;

/** Two filters, neither zero nor the identity, whose maps add up to the one channel that they see. */
export function sumToIdentity({ image, weight }: Params, { output }: Result): boolean {
  const [filters, height, width] = output.shape;
  const sameShape = height === image.shape[1] && width === image.shape[2];
  if (image.shape[0] !== 1 || filters !== 2 || !sameShape || !varies(image.data)) return false;
  const kernels = [mapOf(weight, 0, 0), mapOf(weight, 1, 0)];
  if (kernels.some((kernel) => maxAbs(kernel.data) < SEEN || isIdentity(kernel))) return false;
  const size = height * width;
  const [first, second] = [output.data.subarray(0, size), output.data.subarray(size)];
  const sum = first.map((value, index) => value + second[index]);
  return (
    maxDifference(sum, image.data) < SAME &&
    [first, second].every((map) => maxAbs(map) > SEEN && maxDifference(map, image.data) > SEEN)
  );
}

/** As many groups as channels, three or more: each map comes from one channel, and shows something. */
export function depthwise({ image, groups }: Params, { output }: Result): boolean {
  const [filters, height, width] = output.shape;
  const size = height * width;
  const maps = Array.from({ length: filters }, (_, filter) =>
    output.data.subarray(filter * size, (filter + 1) * size),
  );
  return groups >= 3 && groups === image.shape[0] && maps.every(varies);
}

/** Zero but for a 1 in the middle. */
function isIdentity({ shape, data }: NdArray): boolean {
  const [rows, columns] = shape;
  const middle = Math.floor((rows - 1) / 2) * columns + Math.floor((columns - 1) / 2);
  return data.every((weight, index) => Math.abs(weight - (index === middle ? 1 : 0)) < SEEN);
}

function varies(data: Float32Array): boolean {
  const [least, most] = extent(data);
  return most - least > SEEN;
}
