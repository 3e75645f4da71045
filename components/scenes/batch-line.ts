import type { Vec3 } from './block.ts';
import type { SceneAxis } from './scene.ts';

/** Space between images, and from one channel to the one behind it, in cells. */
const IMAGE_GAP = 2;
const CHANNEL_PITCH = 2.4;

/**
 * Tensors of one shape beside each other: in each, one image above another, its channels one behind
 * another. They stand in a line that is level in the picture from wherever one looks, and never one
 * behind another.
 * @param shape [N, C, H, W]
 * @param yaw degrees to the right of the front that one looks from
 * @param gap space between two tensors, in cells
 */
export function batchLine(shape: readonly number[], yaw: number, gap: number) {
  const [images, channels, height, width] = shape;
  const line = (yaw * Math.PI) / 180;
  const pitch = height + IMAGE_GAP;
  const depth = (channels - 1) * CHANNEL_PITCH;
  const apart = width * Math.abs(Math.cos(line)) + depth * Math.abs(Math.sin(line)) + gap;
  const top = ((images - 1) / 2) * pitch + height / 2;
  const at = (place: number, [x, y, z]: Vec3): Vec3 => [
    x + place * apart * Math.cos(line),
    y,
    z - place * apart * Math.sin(line),
  ];
  return {
    /** Lower left corner of the front of a map of the tensor at a place. */
    placeOf: (place: number, n: number, c: number): Vec3 =>
      at(place, [0, top - height - n * pitch, -c * CHANNEL_PITCH]),
    /** Over the tensor at a place. */
    labelAt: (place: number): Vec3 => at(place, [width / 2, top + 1.8, -depth]),
    /** All of the tensor at a place. */
    boundsAt: (place: number) => ({
      low: at(place, [0, -top, -depth]),
      high: at(place, [width, top, 1]),
    }),
    /** How many images, channels and columns the tensor at a place has. */
    axesAt(place: number): SceneAxis[] {
      const { low, high } = this.boundsAt(place);
      return [
        ...(images > 1 ? [{ text: `N = ${images}`, low, high, along: 'y' as const }] : []),
        ...(channels > 1 ? [{ text: `C = ${channels}`, low, high, along: 'z' as const }] : []),
        { text: `W = ${width}`, low, high, along: 'x' as const },
      ];
    },
  };
}
