import { filterNormalized, randomDirection, weightLength } from '#lab/directions.ts';
import type { Network } from '#lab/network.ts';
import type { Plane } from '#lab/plane.ts';
import { principalDirections } from '#lab/principal.ts';
import { seedFor } from '#lab/seeds.ts';
import { lossAndGradient, type Batch } from '#lab/training.ts';
import { dot, lengthOf, ofLength, orthogonalTo } from '#lab/vectors.ts';
import { seededRandom } from '#nd/random.ts';
import { dispose, toNdArray, toTensor, type Tensor1D } from '#tensor';
import type { Params } from './params.ts';
import { rescaling } from './rescale.ts';

/** A path among weights, and the plane in which the loss around it is looked at. */
export type Cut = {
  readonly path: readonly Float32Array[];
  readonly plane: Plane;
  /** How long the plane's directions are: as long as all weights of the network. */
  readonly unit: number;
};

/** Takes the path to the weights that are looked at, and lays the plane that is asked for. */
export async function cutThrough(
  network: Network,
  walked: readonly Float32Array[],
  batch: Batch,
  { plane, rescale, seed }: Params,
): Promise<Cut> {
  const factors = rescaling(network, rescale);
  const path = walked.map((point) => point.map((value, at) => value * factors[at]));
  const [start, end] = [path[0], path[path.length - 1]];
  const origin = plane === 'gradient' ? start : end;
  const random = seededRandom(seedFor(seed, 'directions'));
  // Both are drawn in every plane, so that the same seed means the same ones.
  const drawn = [0, 1].map(() => randomDirection(network, origin.length, random));
  const normalized = drawn.map((direction) => filterNormalized(network, direction, origin));
  const unit = weightLength(network, plane === 'plain' ? walked[walked.length - 1] : origin);
  const laid = ([across, up]: readonly Float32Array[]): Cut => ({
    path,
    plane: { origin, across: ofLength(across, unit), up: ofLength(up, unit) },
    unit,
  });

  switch (plane) {
    case 'random':
      return laid(normalized);
    case 'plain':
      return laid(drawn);
    case 'gradient': {
      const downhill = (await gradientAt(network, origin, batch)).map((slope) => -slope);
      return laid([downhill, orthogonalTo(downhill, normalized[0])]);
    }
    case 'path': {
      const principal = principalDirections(path, 2).directions;
      const across = towards(start, end, orElse(principal[0], normalized[0]));
      const other = orElse(principal[1], orthogonalTo(across, normalized[1]));
      return laid([across, towards(meanOf(path), end, other)]);
    }
  }
}

async function gradientAt(
  network: Network,
  point: Float32Array,
  batch: Batch,
): Promise<Float32Array> {
  const vector = toTensor({ shape: [point.length], data: point }, 'weights') as Tensor1D;
  const { loss, gradient } = lossAndGradient(network, vector, batch);
  const { data } = await toNdArray(gradient);
  dispose([vector, loss, gradient]);
  return data;
}

/** A path of no extent has no direction of its own. */
const orElse = (direction: Float32Array, other: Float32Array): Float32Array =>
  lengthOf(direction) > 0 ? direction : other;

/** A direction or its opposite, whichever leads to a point. */
function towards(point: Float32Array, from: Float32Array, direction: Float32Array): Float32Array {
  const along = dot(point, direction) - dot(from, direction);
  return along < 0 ? direction.map((value) => -value) : direction;
}

const meanOf = (points: readonly Float32Array[]): Float32Array =>
  points[0].map((_, at) => points.reduce((sum, point) => sum + point[at], 0) / points.length);
