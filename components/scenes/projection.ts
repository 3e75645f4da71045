import type { Vec3 } from './block.ts';

/** From where a scene is looked at. */
export type Camera = {
  /** Degrees to the right of the front. */
  readonly yaw: number;
  /** Degrees above the horizon. */
  readonly pitch: number;
  /** 1 fits the scene into its picture. */
  readonly zoom: number;
};

export type Size = { readonly width: number; readonly height: number };

export type Point = { readonly x: number; readonly y: number };

/**
 * A parallel projection, so that equal cells look equal wherever they are. Its unit vectors say where
 * the picture's right and up lie in the scene, and where the eye is.
 */
export type Projection = {
  readonly right: Vec3;
  readonly up: Vec3;
  readonly eye: Vec3;
  /** Pixels for one cell. */
  readonly scale: number;
  /** Point of the scene in the middle of the picture. */
  readonly centre: Vec3;
  readonly size: Size;
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/**
 * The projection in which some points of a scene fill its picture but for a margin.
 * @param margin pixels left free at every side for labels
 */
export function projectionOf(
  camera: Camera,
  points: readonly Vec3[],
  size: Size,
  margin: Size,
): Projection {
  const [yaw, pitch] = [radians(camera.yaw), radians(camera.pitch)];
  const right: Vec3 = [Math.cos(yaw), 0, -Math.sin(yaw)];
  const eye: Vec3 = [
    Math.sin(yaw) * Math.cos(pitch),
    Math.sin(pitch),
    Math.cos(yaw) * Math.cos(pitch),
  ];
  const up: Vec3 = [
    -Math.sin(yaw) * Math.sin(pitch),
    Math.cos(pitch),
    -Math.cos(yaw) * Math.sin(pitch),
  ];
  const [across, above, near] = [right, up, eye].map((axis) => extentAlong(axis, points));
  const room = (whole: number, free: number): number => Math.max(whole - 2 * free, whole / 4);
  const scale = Math.min(
    room(size.width, margin.width) / across.length,
    room(size.height, margin.height) / above.length,
  );
  const middle = (axis: 0 | 1 | 2): number =>
    across.middle * right[axis] + above.middle * up[axis] + near.middle * eye[axis];
  return {
    right,
    up,
    eye,
    scale: scale * camera.zoom,
    centre: [middle(0), middle(1), middle(2)],
    size,
  };
}

function extentAlong(axis: Vec3, points: readonly Vec3[]): { length: number; middle: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const point of points) {
    const along = dot(point, axis);
    least = Math.min(least, along);
    most = Math.max(most, along);
  }
  return { length: most - least, middle: (least + most) / 2 };
}

/** Where a point of the scene lies in the picture, in pixels from its upper left corner. */
export function project({ right, up, scale, centre, size }: Projection, point: Vec3): Point {
  const from: Vec3 = [point[0] - centre[0], point[1] - centre[1], point[2] - centre[2]];
  return {
    x: size.width / 2 + scale * dot(from, right),
    y: size.height / 2 - scale * dot(from, up),
  };
}

/** The point of the scene behind a point of the picture, in the plane of the centre. */
export function unproject({ right, up, scale, centre, size }: Projection, { x, y }: Point): Vec3 {
  const across = (x - size.width / 2) / scale;
  const above = (size.height / 2 - y) / scale;
  const along = (axis: 0 | 1 | 2): number => centre[axis] + across * right[axis] + above * up[axis];
  return [along(0), along(1), along(2)];
}
