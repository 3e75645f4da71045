import { GIFEncoder } from 'gifenc';
import { indexed, paletteOf } from './gif-palette.ts';

/** A GIF has at most 256 colours a frame; from the second frame on one of them means “as before”. */
const COLOURS = 256;

/**
 * Puts a GIF together, frame by frame. A frame holds only what is other than in the one before, so that
 * nothing flickers, and the colours are those of what moves.
 */
export function createGif(width: number, height: number) {
  const gif = GIFEncoder();
  let before: Uint32Array | undefined;
  return {
    /**
     * @param pixels RGBA, opaque, row by row
     * @param delay hundredths of a second
     */
    add(pixels: Uint32Array, delay: number): void {
      if (before) addChange(pixels, before, delay);
      else {
        const palette = paletteOf(pixels, COLOURS);
        gif.writeFrame(indexed(pixels, palette), width, height, { palette, delay: 10 * delay });
      }
      before = pixels;
    },

    bytes(): Uint8Array<ArrayBuffer> {
      gif.finish();
      return gif.bytes();
    },
  };

  function addChange(pixels: Uint32Array, last: Uint32Array, delay: number): void {
    const changed = pixels.filter((pixel, place) => pixel !== last[place]);
    const colours = paletteOf(changed, COLOURS - 1);
    const places = indexed(changed, colours);
    let next = 0;
    const index = Uint8Array.from(pixels, (pixel, place) =>
      pixel === last[place] ? 0 : places[next++] + 1,
    );
    gif.writeFrame(index, width, height, {
      palette: [[0, 0, 0], ...colours],
      delay: 10 * delay,
      transparent: true,
      transparentIndex: 0,
      dispose: 1,
    });
  }
}
