import { describe, expect, it } from 'vitest';
import { cornersOf, highOf, type Block } from './block.ts';
import { dot, project, projectionOf, unproject, type Camera } from './projection.ts';

const blocks: Block[] = [
  { low: [0, 0, 0], cells: [8, 6, 1], first: 0, steps: [1, 8, 0] },
  { low: [12, -3, -9], cells: [3, 3, 1], first: 48, steps: [1, 3, 0] },
];
const corners = blocks.flatMap((block) => cornersOf({ low: block.low, high: highOf(block) }));
const size = { width: 800, height: 400 };
const margin = { width: 50, height: 30 };

const cameras: Camera[] = [-180, -95, -32, 0, 45, 90, 140].flatMap((yaw) =>
  [-90, -20, 0, 35, 90].map((pitch) => ({ yaw, pitch, zoom: 1 })),
);

describe.each(cameras)('seen from yaw $yaw, pitch $pitch', (camera) => {
  const projection = projectionOf(camera, corners, size, margin);

  it('the whole scene is in the picture, clear of the margin', () => {
    for (const corner of corners) {
      const { x, y } = project(projection, corner);
      expect(x).toBeGreaterThan(margin.width - 1e-6);
      expect(x).toBeLessThan(size.width - margin.width + 1e-6);
      expect(y).toBeGreaterThan(margin.height - 1e-6);
      expect(y).toBeLessThan(size.height - margin.height + 1e-6);
    }
  });

  it('it touches the margin on two sides', () => {
    const points = corners.map((corner) => project(projection, corner));
    const width = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x));
    const height = Math.max(...points.map(({ y }) => y)) - Math.min(...points.map(({ y }) => y));
    const free = Math.min(size.width - width - 100, size.height - height - 60);
    expect(free).toBeCloseTo(0, 6);
  });

  it('right, up and the way to the eye stand on one another', () => {
    const { right, up, eye } = projection;
    for (const axis of [right, up, eye]) expect(dot(axis, axis)).toBeCloseTo(1, 12);
    for (const [a, b] of [
      [right, up],
      [up, eye],
      [eye, right],
    ]) {
      expect(dot(a, b)).toBeCloseTo(0, 12);
    }
  });

  it('a point of the picture goes back to itself', () => {
    const { x, y } = project(projection, unproject(projection, { x: 123, y: 321 }));
    expect([x, y]).toEqual([expect.closeTo(123, 9), expect.closeTo(321, 9)]);
  });
});

it('the front shows x to the right and y up, without a look at the side', () => {
  const front = projectionOf({ yaw: 0, pitch: 0, zoom: 1 }, corners, size, margin);
  const origin = project(front, [0, 0, 0]);
  expect(project(front, [1, 0, 0]).x).toBeGreaterThan(origin.x);
  expect(project(front, [0, 1, 0]).y).toBeLessThan(origin.y);
  expect(project(front, [0, 0, 5])).toEqual(origin);
});

it('zooming makes every cell that much larger', () => {
  const scaleAt = (zoom: number): number =>
    projectionOf({ yaw: 20, pitch: 10, zoom }, corners, size, margin).scale;
  expect(scaleAt(2.5) / scaleAt(1)).toBeCloseTo(2.5, 12);
});
