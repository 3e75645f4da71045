import { maxAbs } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

const ZERO = 1e-5;
const SEEN = 0.01;

/** Largest magnitude in every map of the output: a row for each image, in it one for each filter. */
function strengths({ output }: Result): number[][] {
  const [images, filters, height, width] = output.shape;
  const size = height * width;
  const ofMap = (map: number) => maxAbs(output.data.subarray(map * size, (map + 1) * size));
  return Array.from({ length: images }, (_, image) =>
    Array.from({ length: filters }, (_, filter) => ofMap(image * filters + filter)),
  );
}

/** The second image's maps are zero, and nobody else's. */
export function silentImage(_: Params, result: Result): boolean {
  const rows = strengths(result);
  return (
    rows.length > 1 &&
    rows.every((row, image) =>
      row.every((strength) => (image === 1 ? strength < ZERO : strength > SEEN)),
    )
  );
}

/** The first filter, none of whose weights is zero, gives zero in every image, and no other filter does in any. */
export function silentFilter({ weight }: Params, result: Result): boolean {
  const [filters] = weight.shape;
  const first = weight.data.subarray(0, weight.data.length / filters);
  return (
    filters > 1 &&
    first.every((one) => Math.abs(one) > SEEN) &&
    strengths(result).every((row) =>
      row.every((strength, filter) => (filter === 0 ? strength < ZERO : strength > SEEN)),
    )
  );
}
