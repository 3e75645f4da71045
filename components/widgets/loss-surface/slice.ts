import type { Network } from '#lab/network.ts';
import { lossesOn, seenFrom, shareIn, toTensors, type Place, type Seen } from '#lab/plane.ts';
import type { Batch } from '#lab/training.ts';
import { lengthOf } from '#lab/vectors.ts';
import type { Cut } from './cut.ts';
import type { Params } from './params.ts';

/** What one network's plane shows, as far as it has been measured. Lengths are in those of its weights. */
export class Slice {
  /** The path as it is seen from the plane. */
  readonly seen: readonly Seen[];
  /** How far each point of the path is from the plane's origin. */
  readonly away: readonly number[];
  /** Part of the path's variance that lies in the plane. */
  readonly share: number;
  readonly unit: number;
  /** The middle of what is looked at. */
  readonly middle: Place;
  /** Losses along each row of places, the uppermost first. */
  readonly rows: Float32Array[] = [];
  /** Losses at the places where the points of the path are seen. */
  shadow: Float32Array = new Float32Array();
  private readonly network: Network;
  private readonly plane: ReturnType<typeof toTensors>;

  constructor(network: Network, { path, plane, unit }: Cut, isAlongPath: boolean) {
    const { origin } = plane;
    this.network = network;
    this.plane = toTensors(plane);
    this.unit = unit;
    const seen = seenFrom(plane, path);
    this.share = shareIn(plane, path, seen);
    this.seen = seen.map(({ place, outside }) => ({ place, outside: outside / unit }));
    this.away = path.map((point) => lengthOf(point.map((value, at) => value - origin[at])) / unit);
    this.middle = isAlongPath ? middleOf(seen.map(({ place }) => place)) : [0, 0];
  }

  async measureRow({ range, points }: Params, batch: Batch): Promise<void> {
    const [x, y] = this.middle;
    const along = (at: number): number => range * ((2 * at) / (points - 1) - 1);
    const row = this.rows.length;
    const places = Array.from({ length: points }, (_, at): Place => [
      x + along(at),
      y - along(row),
    ]);
    this.rows.push(await this.lossesAt(places, batch));
  }

  async measureShadow(batch: Batch): Promise<void> {
    const places = this.seen.map(({ place }) => place);
    this.shadow = await this.lossesAt(places, batch);
  }

  private async lossesAt(places: readonly Place[], batch: Batch): Promise<Float32Array> {
    const losses = lossesOn(this.network, this.plane, places, batch);
    const data = (await losses.data()) as Float32Array;
    losses.dispose();
    return data;
  }
}

/** Half-way between the outermost places, along each direction. */
function middleOf(places: readonly Place[]): Place {
  const along = (axis: 0 | 1): number => {
    const all = places.map((place) => place[axis]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return [along(0), along(1)];
}
