import { positionOf, type Block } from './block.ts';
import { cellRgb, type Palette } from './palette.ts';
import type { SceneContent } from './scene.ts';

const PLAIN = 255;
const FADED = 60;

/** Red, green, blue and opacity of every value of a scene, one after another. */
export function cellColours(content: SceneContent, palette: Palette): Uint8Array {
  const count = content.values.reduce((sum, { data }) => sum + data.length, 0);
  const colours = new Uint8Array(count * 4);
  let position = 0;
  for (const { data, scale } of content.values) {
    for (const value of data) {
      colours.set(cellRgb(scale, palette, value), position * 4);
      colours[position * 4 + 3] = PLAIN;
      position++;
    }
  }
  for (const block of content.faded ?? []) fade(content.blocks[block], colours);
  return colours;
}

function fade(block: Block, colours: Uint8Array): void {
  const [width, height, depth] = block.cells;
  for (let back = 0; back < depth; back++) {
    for (let down = 0; down < height; down++) {
      for (let right = 0; right < width; right++) {
        colours[positionOf(block, [right, down, back]) * 4 + 3] = FADED;
      }
    }
  }
}
