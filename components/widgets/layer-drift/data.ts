/** How often a run's layers are looked at, beside once at the start. */
export const SNAPSHOTS = 15;

/** Quantiles that a distribution is kept as, from the smallest value to the largest. */
export const QUANTILES = 21;

/** How many steps lie between two looks. */
export const stepsBetween = (steps: number): number => Math.max(1, Math.round(steps / SNAPSHOTS));

/** Looks of a run of so many steps, the one at the start among them. */
export const looksOf = (steps: number): number => Math.floor(steps / stepsBetween(steps)) + 1;
