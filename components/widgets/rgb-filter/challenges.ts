import type { Result } from './compute.ts';
import { channels, type Params } from './params.ts';
import { axesOf, tapsOf } from './window.ts';

const ZERO = 1e-5;
const SEEN = 0.05;
/** By how much a channel must exceed the others to give its cell a colour. */
const COLOURED = 0.2;

type Hue = (typeof channels)[number] | 'grey';

function hueOf(colour: readonly number[]): Hue {
  const strongest = Math.max(...colour);
  const channel = colour.indexOf(strongest);
  const others = colour.filter((_, index) => index !== channel);
  return strongest - Math.max(...others) > COLOURED ? channels[channel] : 'grey';
}

/**
 * The output is zero wherever the filter sees no red, be it green, blue or grey, and not zero wherever
 * it sees nothing but red. A filter sees the cells of its window for which some slice has a weight.
 */
export function redOnly(params: Params, { output }: Result): boolean {
  const axes = axesOf(params);
  const columns = output.shape[1];
  const windows = Array.from(output.data, (value, index) => {
    const cell = { row: Math.floor(index / columns), column: index % columns };
    const taps = channels.map((_, channel) => tapsOf(params, axes, cell, channel));
    const seen = taps[0].map((_, tap) => taps.map((channel) => channel[tap]));
    const hues = seen
      .filter((pixel) => pixel.some(({ weight }) => weight !== 0))
      .map((pixel) => hueOf(pixel.map(({ value }) => value)));
    return { magnitude: Math.abs(value), hues };
  });
  const without = windows.filter(({ hues }) => !hues.includes('red'));
  const throughout = windows.filter(
    ({ hues }) => hues.length > 0 && hues.every((hue) => hue === 'red'),
  );
  const kinds = new Set(without.flatMap(({ hues }) => hues));
  return (
    kinds.size === 3 &&
    throughout.length > 0 &&
    without.every(({ magnitude }) => magnitude < ZERO) &&
    throughout.every(({ magnitude }) => magnitude > SEEN)
  );
}

/** The output is the green channel, in an image whose green is neither its red nor its blue. */
export function greenItself({ image }: Params, { output }: Result): boolean {
  const [, rows, columns] = image.shape;
  const size = rows * columns;
  const differsBy = (channel: number): number => {
    const other = image.data.subarray(channel * size, (channel + 1) * size);
    return Math.max(...other.map((value, index) => Math.abs(value - image.data[size + index])));
  };
  return (
    output.shape[0] === rows &&
    output.shape[1] === columns &&
    differsBy(0) > SEEN &&
    differsBy(2) > SEEN &&
    output.data.every((value, index) => {
      const green = image.data[size + index];
      return Math.abs(value - green) <= ZERO * Math.max(1, Math.abs(green));
    })
  );
}
