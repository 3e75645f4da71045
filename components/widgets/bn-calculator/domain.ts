/** Ends of an axis. */
export type Domain = readonly [from: number, to: number];

/** What a drag can still add at the ends. */
const ROOM = 1.2;

/** The nearest of 2, 3, 4, 6, 8, 12, 16 … that leaves room beyond a distance from zero. */
function levelFor(distance: number): number {
  let level = 2;
  while (level < ROOM * distance) level *= Number.isInteger(Math.log2(level)) ? 1.5 : 4 / 3;
  return level;
}

/** A round axis with zero in it, which changes in few steps while its values change. */
export const roundDomain = ([least, most]: Domain): Domain => [
  -levelFor(Math.max(-least, 0)),
  levelFor(Math.max(most, 0)),
];
