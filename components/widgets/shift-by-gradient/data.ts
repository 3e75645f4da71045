/** Steps of a run that are measured, at most: each costs a pass for every layer. */
export const LOOKS = 8;

/** How many steps lie between two that are measured. */
export const stepsBetween = (steps: number): number => Math.ceil(steps / LOOKS);

/** How many steps of a run are measured, the first among them. */
export const looksOf = (steps: number): number => Math.ceil(steps / stepsBetween(steps));
