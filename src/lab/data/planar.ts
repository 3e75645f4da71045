import { normal, seededRandom, type Random } from '#nd/random.ts';
import type { DataSet } from './data-set.ts';

type Place = readonly [x: number, y: number];

/** Where an example of one of two classes lies, before noise; `t` from 0 to 1 runs along its shape. */
const sets = {
  /** Two arms that wind around each other one and a half times. */
  spirals: (label: number, t: number): Place => {
    const radius = 0.2 + 1.6 * t;
    const angle = 3 * Math.PI * t + Math.PI * label;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  /** Two half circles, each with its end in the other. */
  moons: (label: number, t: number): Place => {
    const [x, y] = [Math.cos(Math.PI * t), Math.sin(Math.PI * t)];
    return label === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
  },
  /** One circle around another. */
  circles: (label: number, t: number): Place => {
    const radius = label === 0 ? 0.6 : 1.4;
    return [radius * Math.cos(2 * Math.PI * t), radius * Math.sin(2 * Math.PI * t)];
  },
} as const;

export type PlanarName = keyof typeof sets;

export const planarNames = Object.keys(sets) as readonly PlanarName[];

/**
 * Points of a plane in two classes, in turn: 0, 1, 0, 1 …
 * @param noise standard deviation of each coordinate around the shape
 * @returns inputs [count, 2]
 */
export function drawPlanar(
  name: PlanarName,
  { count, noise, seed }: { readonly count: number; readonly noise: number; readonly seed: number },
): DataSet {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 2);
  const places = Array.from(labels, (label) => drawPlace(name, label, noise, random));
  return {
    inputs: { shape: [count, 2], data: Float32Array.from(places.flat()) },
    labels,
    classes: ['0', '1'],
  };
}

function drawPlace(name: PlanarName, label: number, noise: number, random: Random): Place {
  const [x, y] = sets[name](label, random());
  return [x + noise * normal(random), y + noise * normal(random)];
}
