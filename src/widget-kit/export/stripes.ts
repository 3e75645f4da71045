import { numberOf, short } from './frame.ts';
import { paintWith } from './svg-colour.ts';

/**
 * The stripes of a `repeating-linear-gradient` as a pattern of SVG; undefined if there are none.
 * @param image a computed `background-image`
 */
export function stripes(
  image: string,
  newId: () => string,
): { readonly id: string; readonly definition: string } | undefined {
  const [, degrees, rest] = /^repeating-linear-gradient\((-?[\d.]+)deg, (.*)\)$/.exec(image) ?? [];
  if (!degrees) return undefined;
  const stops = Array.from(rest.matchAll(/((?:rgba?|color)\([^)]*\)) ([\d.]+)px/g), (match) => ({
    colour: match[1],
    at: numberOf(match[2]),
  }));
  const period = stops.at(-1)?.at ?? 0;
  // A stripe lies between two stops of one colour.
  const bands = stops.flatMap(({ colour, at }, place) => {
    const next = stops.at(place + 1);
    if (next?.colour !== colour || next.at <= at) return [];
    const size = `x="${short(at)}" width="${short(next.at - at)}" height="${short(period)}"`;
    return [`<rect ${size} ${paintWith('fill', colour)}/>`];
  });
  if (bands.length === 0) return undefined;
  const id = newId();
  // Zero degrees point up in a gradient; a pattern's stripes follow each other to the right.
  const turn = `patternTransform="rotate(${short(Number(degrees) - 90)})"`;
  const size = `width="${short(period)}" height="${short(period)}" patternUnits="userSpaceOnUse"`;
  return { id, definition: `<pattern id="${id}" ${size} ${turn}>${bands.join('')}</pattern>` };
}
