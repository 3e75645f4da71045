/** A loss above this has left for good. */
const LOST = 1000;

/** Whether a loss has left for good: it is beyond all bounds, or none at all. */
export const isLost = (loss: number): boolean => !(loss <= LOST);

/**
 * The step at which a run has left for good, counted from 0; undefined if it has not, or not yet.
 * @param losses one a step, NaN where it has not come, or is lost
 */
export function lostAt(losses: Float32Array): number | undefined {
  const lost = losses.findIndex((loss) => loss > LOST);
  return lost < 0 ? undefined : lost;
}

/**
 * Mean of the last tenth of the losses that there are.
 * @param losses one a step, NaN where it has not come, or is lost
 */
export function finalLoss(losses: Float32Array): number {
  const come = losses.filter(Number.isFinite);
  const last = come.slice(-Math.max(1, Math.round(losses.length / 10)));
  return last.reduce((sum, loss) => sum + loss, 0) / last.length;
}
