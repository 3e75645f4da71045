import type { NdArray } from '#nd/nd-array.ts';
import type { Bounds, Vec3 } from './block.ts';
import { unproject, type Point, type Projection } from './projection.ts';

/** A surface over a square, in plain data. Heights are 0 at the bottom of its box and 1 at the top. */
export type SurfaceContent = {
  /** At each place, the row at the back first: [rows, columns]. Above 1 it is cut off; NaN is none. */
  readonly heights: NdArray;
  /** Height from one level line to the next. */
  readonly interval: number;
  readonly axes: Readonly<Record<'x' | 'y' | 'z', SurfaceAxis>>;
  readonly trail?: SurfaceTrail;
};

export type SurfaceAxis = {
  readonly label: string;
  /** Numbers at it, 0 at its beginning and 1 at its end: to the right, up, to the front. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
};

/** A way over the surface, or under it, as it need not lie on it. */
export type SurfaceTrail = {
  /** To the right, up and to the front, each from 0 to 1. */
  readonly points: readonly Vec3[];
  /** Where something is on its way. */
  readonly at: number;
  /** Height of the surface there. */
  readonly ground: number;
};

/** A place of a surface. */
export type Spot = { readonly row: number; readonly column: number };

const HEIGHT = 1.15;

export const box: Bounds = { low: [-1, 0, -1], high: [1, HEIGHT, 1] };

/** Where something lies in a scene, from how far it is to the right, up and to the front, 0 to 1. */
export const inBox = ([x, y, z]: Vec3): Vec3 => [2 * x - 1, HEIGHT * y, 2 * z - 1];

/** Where a place of the surface lies in the scene. */
export function spotAt({ heights }: SurfaceContent, { row, column }: Spot): Vec3 {
  const [rows, columns] = heights.shape;
  const height = heights.data[row * columns + column];
  return inBox([column / (columns - 1), Math.min(height, 1), row / (rows - 1)]);
}

/** Height of the surface in the scene at x and z; NaN beside it and where it is cut off. */
function heightAt({ heights }: SurfaceContent, x: number, z: number): number {
  const [rows, columns] = heights.shape;
  const [right, front] = [((x + 1) / 2) * (columns - 1), ((z + 1) / 2) * (rows - 1)];
  if (!(right >= 0 && front >= 0 && right <= columns - 1 && front <= rows - 1)) return NaN;
  const column = Math.min(Math.floor(right), columns - 2);
  const row = Math.min(Math.floor(front), rows - 2);
  const [across, along] = [right - column, front - row];
  const of = (r: number, c: number): number => heights.data[(row + r) * columns + column + c];
  const back = of(0, 0) * (1 - across) + of(0, 1) * across;
  const height = back * (1 - along) + (of(1, 0) * (1 - across) + of(1, 1) * across) * along;
  return height <= 1 ? height * HEIGHT : NaN;
}

/** Looks along a line of sight are so far from each other, in the scene. */
const STEP = 0.015;

/** How far a line of sight is followed: from one corner of the box to the other. */
const REACH = 2 * Math.hypot(1, 1, HEIGHT / 2);

/**
 * Follows a line of sight until it meets the surface.
 * @param toward 1 towards the eye, −1 away from it
 * @returns where it goes through; undefined if nowhere
 */
function meeting(
  content: SurfaceContent,
  from: Vec3,
  eye: Vec3,
  toward: 1 | -1,
  reach: number,
): Vec3 | undefined {
  let before = NaN;
  for (let way = 0; way <= reach; way += STEP) {
    const [x, y, z] = from.map((part, axis) => part + toward * way * eye[axis]);
    const above = y - heightAt(content, x, z);
    if (above * before < 0) return [x, y, z];
    before = above;
  }
  return undefined;
}

/** So near to it something is on the surface, not behind it. */
const NEAR = 0.03;

/** Whether the surface stands between a point of the scene and the eye. */
export function isHidden(content: SurfaceContent, point: Vec3, { eye }: Projection): boolean {
  const from = point.map((part, axis) => part + NEAR * eye[axis]) as unknown as Vec3;
  return meeting(content, from, eye, 1, REACH) !== undefined;
}

/** The place of the surface that is seen at a point of the picture, if there is one. */
export function spotSeen(
  content: SurfaceContent,
  projection: Projection,
  point: Point,
): Spot | undefined {
  const { eye } = projection;
  const plane = unproject(projection, point);
  const from = plane.map((part, axis) => part + (REACH / 2) * eye[axis]) as unknown as Vec3;
  const met = meeting(content, from, eye, -1, REACH);
  if (!met) return undefined;
  const [rows, columns] = content.heights.shape;
  return {
    row: Math.round(((met[2] + 1) / 2) * (rows - 1)),
    column: Math.round(((met[0] + 1) / 2) * (columns - 1)),
  };
}
