import { logScale, type AxisScale } from '#charts/axis-scale.ts';
import type { Model } from './model.ts';

// All lanes, and the axes over and under them, are equally wide and have one scale: from LEFT to RIGHT.
export const WIDTH = 460;
export const LEFT = 70;
export const RIGHT = WIDTH - 30;

/** Ratios along the lanes. */
export const scaleOf = (model: Model): AxisScale =>
  logScale(model.scales.value.ratios, [LEFT, RIGHT]);

/** A place on the axis; of what lies beyond an end, the sign that says so. */
export function placeOf(scale: AxisScale, ratio: number): { x: number; beyond?: string } {
  if (ratio === 0) return { x: LEFT, beyond: '0' };
  if (!Number.isFinite(ratio)) return { x: RIGHT, beyond: '∞' };
  if (scale(ratio) > RIGHT) return { x: RIGHT, beyond: '›' };
  // What is less than the axis holds, it puts at its end.
  return scale.invert(LEFT) > ratio * (1 + 1e-6) ? { x: LEFT, beyond: '‹' } : { x: scale(ratio) };
}
