import { describe, expect, it } from 'vitest';
import { bestFit } from './fit.ts';

const room = { width: 1200, height: 560 };

/** Letters of 13 pixels on a screen of 720. */
const fitted = (...measured: [width: number, beside: boolean, height: number][]) =>
  bestFit(
    measured.map(([width, beside, height]) => ({ width, beside, height })),
    room,
    13,
    720,
  );

describe('the layout of a figure', () => {
  it('makes words as large as the room allows', () => {
    const { width, scale } = fitted([840, false, 700], [1180, true, 552], [1600, true, 540]);
    expect(width).toBe(1180);
    expect(scale * 552).toBeLessThanOrEqual(room.height);
    expect(scale * 1180).toBeLessThanOrEqual(room.width);
  });

  it('takes the larger picture where words are nearly as large', () => {
    expect(fitted([1000, false, 600], [1180, false, 610]).width).toBe(1180);
  });

  it('does not enlarge a small figure without end', () => {
    expect(fitted([840, false, 100]).scale).toBeCloseTo(720 / (40 * 13));
  });

  it('lets a figure scroll rather than become illegible, and never sideways', () => {
    const { width, scale } = fitted([840, false, 1900], [1180, true, 1400], [1600, true, 1300]);
    expect(width).toBe(1180);
    expect(scale).toBeGreaterThan(0.9);
    expect(scale * width).toBeLessThanOrEqual(room.width);
  });
});
