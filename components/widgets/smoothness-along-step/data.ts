/** Steps of a run that are measured, at most. */
export const LOOKS = 16;

/** Places on a line at which loss and gradient are computed. */
export const POINTS = 7;

/** How many steps lie between two that are measured. */
export const stepsBetween = (steps: number): number => Math.ceil(steps / LOOKS);

/** How many steps of a run are measured, the first among them. */
export const looksOf = (steps: number): number => Math.ceil(steps / stepsBetween(steps));

/** Step sizes of a line, in learning rates: two to each doubling, up to the farthest. */
export const multiplesOf = (reach: number): readonly number[] =>
  Array.from({ length: POINTS }, (_, point) => reach * 2 ** ((point - POINTS + 1) / 2));
