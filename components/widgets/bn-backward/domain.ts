import { nice } from 'd3-array';
import { extent } from '#nd/nd-array.ts';

/** Ends of an axis. */
export type Domain = readonly [from: number, to: number];

/** What a drag can still add at an end, as a part of the whole. */
const ROOM = 0.12;

/** A round axis that holds all values and leaves room beyond them. */
export function roundDomain(values: Iterable<number>): Domain {
  const [least, most] = extent(values);
  const room = ROOM * (most - least) || 1;
  return nice(least - room, most + room, 8);
}
