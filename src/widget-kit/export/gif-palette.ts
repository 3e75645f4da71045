import { nearestColorIndex, quantize } from 'gifenc';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Colours that cover at least this part of what is drawn keep their exact value: paper, ink, whole cells. */
const WIDE = 1 / 2000;

/** Opaque pixels as four bytes in one number, as little-endian machines read them. */
const colourOf = (pixel: number): Colour => [
  pixel & 0xff,
  (pixel >> 8) & 0xff,
  (pixel >> 16) & 0xff,
];

/**
 * The colours that a GIF is to show pixels in: their own if they are few enough; otherwise a choice, in
 * which those of large areas are exact.
 * @param pixels RGBA, one number for each
 * @param most colours that there may be, at most 256
 */
export function paletteOf(pixels: Uint32Array, most: number): readonly Colour[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  if (counts.size <= most) return Array.from(counts.keys(), colourOf);
  const wide = [...counts]
    .filter(([, count]) => count >= WIDE * pixels.length)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most / 2)
    .map(([pixel]) => colourOf(pixel));
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  return [...wide, ...quantize(bytes, most - wide.length)];
}

/** Gives each pixel the place of the nearest colour of a palette. */
export function indexed(pixels: Uint32Array, palette: readonly Colour[]): Uint8Array {
  const places = new Map<number, number>();
  return Uint8Array.from(pixels, (pixel) => {
    const known = places.get(pixel);
    if (known !== undefined) return known;
    const place = nearestColorIndex(palette, colourOf(pixel));
    places.set(pixel, place);
    return place;
  });
}
