import { expect, it } from 'vitest';
import { boundsOf, cellBounds, cornersOf, highOf, type Block, type Vec3 } from './block.ts';
import { pick, type Picked } from './pick.ts';
import { dot, project, projectionOf, type Projection } from './projection.ts';

// Three maps behind one another, a solid of several layers, a small one that stands in front, and
// one of larger cells.
const blocks: Block[] = [
  { low: [0, 0, 0], cells: [4, 3, 1], first: 0, steps: [1, 4, 0] },
  { low: [0, 0, -3], cells: [4, 3, 1], first: 12, steps: [1, 4, 0] },
  { low: [0, 0, -6], cells: [4, 3, 1], first: 24, steps: [1, 4, 0] },
  { low: [7, 1, -2], cells: [2, 3, 4], first: 36, steps: [1, 2, 6] },
  { low: [8, 2, 5], cells: [1, 1, 1], first: 60, steps: [1, 1, 0] },
  { low: [12, 0, -1], cells: [2, 3, 1], first: 61, steps: [1, 2, 0], cell: 1.5 },
];

const angles = [
  [0, 0],
  [32, 22],
  [-50, 15],
  [120, -40],
  [90, 0],
  [10, 90],
] as const;

function projectionAt([yaw, pitch]: readonly [number, number]): Projection {
  const size = { width: 640, height: 480 };
  return projectionOf({ yaw, pitch, zoom: 1 }, cornersOf(boundsOf(blocks)), size, {
    width: 9,
    height: 9,
  });
}

/** All cells of the scene, one by one. */
function everyCell(): Picked[] {
  return blocks.flatMap(({ cells }, block) =>
    Array.from({ length: cells[0] * cells[1] * cells[2] }, (_, index) => {
      const cell: Vec3 = [
        index % cells[0],
        Math.floor(index / cells[0]) % cells[1],
        Math.floor(index / cells[0] / cells[1]),
      ];
      return { block, cell };
    }),
  );
}

/** How near to the eye a line of sight through a point leaves a cell's box; undefined if it misses it. */
function nearness(picked: Picked, through: Vec3, eye: Vec3): number | undefined {
  const { low, high } = cellBounds(blocks[picked.block], picked.cell);
  let [from, to] = [-Infinity, Infinity];
  for (const axis of [0, 1, 2] as const) {
    if (Math.abs(eye[axis]) < 1e-9) {
      if (through[axis] <= low[axis] || through[axis] >= high[axis]) return undefined;
      continue;
    }
    const ends = [low[axis], high[axis]].map((end) => (end - through[axis]) / eye[axis]);
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from < to ? to : undefined;
}

it.each(angles)('from yaw %d and pitch %d the nearest cell is picked', (...angle) => {
  const projection = projectionAt(angle);
  for (const aimed of everyCell()) {
    const { low, high } = cellBounds(blocks[aimed.block], aimed.cell);
    // Off the middle, so that no line of sight runs along an edge.
    const through: Vec3 = [
      low[0] + 0.47 * (high[0] - low[0]),
      low[1] + 0.56 * (high[1] - low[1]),
      low[2] + 0.53 * (high[2] - low[2]),
    ];
    const hits = everyCell()
      .map((cell) => ({ cell, near: nearness(cell, through, projection.eye) ?? -Infinity }))
      .sort((a, b) => b.near - a.near);
    expect(pick(blocks, projection, project(projection, through))).toEqual(hits[0].cell);
  }
});

it('nothing is picked beside the scene', () => {
  expect(pick(blocks, projectionAt([32, 22]), { x: 1, y: 1 })).toBeUndefined();
});

it('cells count down from the top and back from the front', () => {
  const block = blocks[3];
  const first = cellBounds(block, [0, 0, 0]);
  expect([first.low[0], first.high[1], first.high[2]]).toEqual([
    block.low[0],
    highOf(block)[1],
    highOf(block)[2],
  ]);
  expect(dot(cellBounds(block, [1, 2, 3]).low, [1, 1, 1])).toBe(
    block.low[0] + 1 + block.low[1] + block.low[2],
  );
});
