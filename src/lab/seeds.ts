/** What a run draws, each by a generator of its own: one more draw here changes nothing there. */
export const purposes = ['data', 'weights', 'batches', 'noise', 'directions'] as const;

export type Purpose = (typeof purposes)[number];

/**
 * The seed of one of the generators of a run.
 * @param seed the run's own, a whole number
 * @param step for what is drawn anew at every step
 */
export function seedFor(seed: number, purpose: Purpose, step = 0): number {
  return (Math.imul(seed, 0x9e3779b1) + Math.imul(step, 16) + purposes.indexOf(purpose)) >>> 0;
}
