import { expect, it } from 'vitest';
import { createGif } from './gif-frames.ts';
import { indexed, paletteOf, type Colour } from './gif-palette.ts';

const pixelOf = ([red, green, blue]: Colour): number =>
  (255 * 2 ** 24 + blue * 2 ** 16 + green * 2 ** 8 + red) >>> 0;

const paper: Colour = [251, 250, 247];
const ink: Colour = [29, 33, 38];

/** Half paper, some ink, and every grey and blue between: far more than 256 colours. */
function figure(): Uint32Array {
  const shades = Array.from({ length: 4096 }, (_, place): Colour => [
    (place % 64) * 4,
    Math.floor(place / 64) * 4,
    place % 256,
  ]);
  const grounds = Array.from({ length: 8192 }, (_, place) => (place % 16 === 0 ? ink : paper));
  return Uint32Array.from([...grounds, ...shades].map(pixelOf));
}

it('few colours are kept as they are', () => {
  const pixels = Uint32Array.from([paper, ink, paper, paper].map(pixelOf));
  const palette = paletteOf(pixels, 256);
  expect(palette).toEqual([paper, ink]);
  expect([...indexed(pixels, palette)]).toEqual([0, 1, 0, 0]);
});

it('of many colours, those of large areas are exact and the rest is near', () => {
  const pixels = figure();
  const palette = paletteOf(pixels, 256);
  expect(palette.length).toBeLessThanOrEqual(256);
  expect(palette).toContainEqual(paper);
  expect(palette).toContainEqual(ink);
  const shown = Array.from(indexed(pixels, palette), (place) => palette[place]);
  const errors = Array.from(pixels, (pixel, place) =>
    [0, 8, 16].map((shift, channel) => Math.abs(((pixel >> shift) & 255) - shown[place][channel])),
  ).flat();
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(6);
});

it('a frame that changes nothing costs next to nothing, and the same frames are the same bytes', () => {
  const film = (frames: number): Uint8Array => {
    const gif = createGif(128, 96);
    for (let frame = 0; frame < frames; frame++) gif.add(figure(), 10);
    return gif.bytes();
  };
  const [one, two] = [film(1), film(2)];
  expect(two.length - one.length).toBeLessThan(1200);
  expect(film(2)).toEqual(two);
});
