import { highOf, type Block, type Vec3 } from './block.ts';
import { unproject, type Point, type Projection } from './projection.ts';

/** A cell of a scene: its block and its place there, counted to the right, down and to the back. */
export type Picked = { readonly block: number; readonly cell: Vec3 };

/** The cell that is seen at a point of the picture, if there is one. */
export function pick(
  blocks: readonly Block[],
  projection: Projection,
  point: Point,
): Picked | undefined {
  const origin = unproject(projection, point);
  let nearest = -Infinity;
  let picked: Picked | undefined;
  blocks.forEach((block, index) => {
    const hit = nearestHit(block, origin, projection.eye);
    if (hit === undefined || hit <= nearest) return;
    nearest = hit;
    picked = { block: index, cell: cellAt(block, origin, projection.eye, hit) };
  });
  return picked;
}

/** How far towards the eye a line of sight enters a box; undefined if it misses. */
function nearestHit(block: Block, origin: Vec3, eye: Vec3): number | undefined {
  const high = highOf(block);
  let [least, most] = [-Infinity, Infinity];
  for (const axis of [0, 1, 2] as const) {
    if (Math.abs(eye[axis]) < 1e-9) {
      if (origin[axis] < block.low[axis] || origin[axis] > high[axis]) return undefined;
      continue;
    }
    const bounds = [block.low[axis], high[axis]].map((bound) => (bound - origin[axis]) / eye[axis]);
    least = Math.max(least, Math.min(...bounds));
    most = Math.min(most, Math.max(...bounds));
  }
  return least <= most ? most : undefined;
}

function cellAt({ low, cells, cell: side = 1 }: Block, origin: Vec3, eye: Vec3, hit: number): Vec3 {
  const inside = (axis: 0 | 1 | 2): number => {
    const cell = Math.floor((origin[axis] + hit * eye[axis] - low[axis]) / side);
    return Math.min(Math.max(cell, 0), cells[axis] - 1);
  };
  return [inside(0), cells[1] - 1 - inside(1), cells[2] - 1 - inside(2)];
}
