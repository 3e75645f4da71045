import { describe, expect, it } from 'vitest';
import { tabulate } from '#nd/nd-array.ts';
import { cornersOf } from './block.ts';
import { project, projectionOf, type Camera } from './projection.ts';
import { box, inBox, isHidden, spotAt, spotSeen, type SurfaceContent } from './surface.ts';

const none = { label: '', ticks: [] };

const surface = (height: (x: number, z: number) => number, size = 11): SurfaceContent => ({
  heights: tabulate([size, size], (row, column) => height(column / (size - 1), row / (size - 1))),
  interval: 0.1,
  axes: { x: none, y: none, z: none },
});

const from = (camera: Omit<Camera, 'zoom'>) =>
  projectionOf(
    { ...camera, zoom: 1 },
    cornersOf(box),
    { width: 400, height: 300 },
    { width: 0, height: 0 },
  );

const views = [
  { yaw: -30, pitch: 40 },
  { yaw: 120, pitch: 20 },
  { yaw: 0, pitch: 90 },
  { yaw: 45, pitch: -35 },
];

describe('the place that is seen at a point of the picture', () => {
  const bowl = surface((x, z) => 0.4 * ((x - 0.5) ** 2 + (z - 0.5) ** 2));

  it.each(views)('is the one that lies there: %j', (camera) => {
    const view = from(camera);
    for (const spot of [
      { row: 5, column: 5 },
      { row: 3, column: 6 },
      { row: 7, column: 4 },
    ]) {
      expect(spotSeen(bowl, view, project(view, spotAt(bowl, spot)))).toEqual(spot);
    }
  });

  it('is none beside the surface, nor where it is cut off', () => {
    const view = from({ yaw: 0, pitch: 90 });
    expect(spotSeen(bowl, view, { x: 1, y: 1 })).toBeUndefined();
    const cliff = surface((x) => (x > 0.45 ? 9 : 0.2));
    expect(spotSeen(cliff, view, project(view, inBox([0.8, 0, 0.5])))).toBeUndefined();
    expect(spotSeen(cliff, view, project(view, inBox([0.2, 0, 0.5])))).toEqual({
      row: 5,
      column: 2,
    });
  });
});

describe('a point', () => {
  const ridge = surface((x) => (x === 0.5 ? 0.9 : 0));

  it('is hidden behind a ridge, and not in front of it nor above it', () => {
    const view = from({ yaw: -90, pitch: 10 });
    expect(isHidden(ridge, inBox([0.7, 0.1, 0.5]), view)).toBe(true);
    expect(isHidden(ridge, inBox([0.3, 0.1, 0.5]), view)).toBe(false);
    expect(isHidden(ridge, inBox([0.7, 1, 0.5]), view)).toBe(false);
  });

  it('below a surface is hidden from above, one on it is not', () => {
    const plain = surface(() => 0.5);
    const view = from({ yaw: 20, pitch: 40 });
    expect(isHidden(plain, inBox([0.5, 0.3, 0.5]), view)).toBe(true);
    expect(isHidden(plain, inBox([0.5, 0.5, 0.5]), view)).toBe(false);
    expect(isHidden(plain, inBox([0.5, 0.3, 0.5]), from({ yaw: 20, pitch: -40 }))).toBe(false);
  });
});
