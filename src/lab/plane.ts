import { add, mul, stack, tidy, toTensor, type Tensor1D } from '#tensor';
import type { Network } from './network.ts';
import { lossAt, type Batch } from './training.ts';
import { dot, lengthOf } from './vectors.ts';

/** A plane among all the weights that a network can have: origin + x · across + y · up. */
export type Plane = Readonly<Record<'origin' | 'across' | 'up', Float32Array>>;

/** A place of a plane, in lengths of its two directions. */
export type Place = readonly [x: number, y: number];

/** Where a point of weight space lies as seen from a plane. */
export type Seen = {
  /** The place of the plane that is nearest to it. */
  readonly place: Place;
  /** How far from there it is. */
  readonly outside: number;
};

/** Looks at points from a plane, the directions of which need be neither of length 1 nor at right angles. */
export function seenFrom(
  { origin, across, up }: Plane,
  points: readonly Float32Array[],
): readonly Seen[] {
  const [xx, xy, yy] = [dot(across, across), dot(across, up), dot(up, up)];
  // Directions that are parallel, or of no length, span no more than a line.
  const area = xx * yy - xy * xy;
  const isPlane = area > 1e-12 * xx * yy;
  return points.map((point) => {
    const from = point.map((value, index) => value - origin[index]);
    const [x, y] = [dot(from, across), dot(from, up)];
    const place: Place = isPlane
      ? [(yy * x - xy * y) / area, (xx * y - xy * x) / area]
      : [x / (xx || 1), 0];
    const rest = from.map((value, at) => value - place[0] * across[at] - place[1] * up[at]);
    return { place, outside: lengthOf(rest) };
  });
}

/** Part of the variance of points that lies in a plane. @param seen the same points, as seen from it */
export function shareIn(
  { across, up }: Plane,
  points: readonly Float32Array[],
  seen: readonly Seen[],
): number {
  const varianceOf = (vectors: readonly ArrayLike<number>[]): number => {
    let sum = 0;
    for (let at = 0; at < vectors[0].length; at++) {
      const mean = vectors.reduce((total, vector) => total + vector[at], 0) / vectors.length;
      for (const vector of vectors) sum += (vector[at] - mean) ** 2;
    }
    return sum;
  };
  const flat = seen.map(({ place: [x, y] }) => across.map((value, at) => x * value + y * up[at]));
  return varianceOf(flat) / (varianceOf(points) || 1);
}

/** The losses of a network on a batch at places of a plane: [places]. */
export function lossesOn(
  network: Network,
  plane: Readonly<Record<keyof Plane, Tensor1D>>,
  places: readonly Place[],
  batch: Batch,
): Tensor1D {
  const { origin, across, up } = plane;
  return tidy(
    () =>
      stack(
        places.map(([x, y]) =>
          lossAt(network, add(origin, add(mul(across, x), mul(up, y))), batch),
        ),
      ) as Tensor1D,
  );
}

/** A plane on the backend; to be disposed of by who asked for it. */
export function toTensors(plane: Plane): Readonly<Record<keyof Plane, Tensor1D>> {
  const of = (data: Float32Array): Tensor1D =>
    toTensor({ shape: [data.length], data }, 'plane') as Tensor1D;
  return { origin: of(plane.origin), across: of(plane.across), up: of(plane.up) };
}
