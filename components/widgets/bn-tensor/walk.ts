// The way through a mini-batch: channel by channel, and in each through the lines of the algorithm.

/** Largest size of each of the four axes. */
export const MAX_SIZE = 8;

/** Mean, variance, normalize, scale and shift. */
export const LINES = 4;

/** Where a channel stands: what it was, being looked through for its statistics, normalized or done. */
export type ChannelState = 'before' | 'range' | 'normalized' | 'after';

/** Lines that a channel has gone through after so many steps: 0 to 4. */
export const linesOf = (step: number, channel: number): number =>
  Math.min(Math.max(step - LINES * channel, 0), LINES);

export function channelState(step: number, channel: number): ChannelState {
  const lines = linesOf(step, channel);
  if (lines === 0) return 'before';
  if (lines < 3) return 'range';
  return lines === 3 ? 'normalized' : 'after';
}

/** The channel that a step is in, and its line from 1; line 0 before the first step. */
export function placeOf(step: number): { readonly channel: number; readonly line: number } {
  if (step === 0) return { channel: 0, line: 0 };
  return { channel: Math.floor((step - 1) / LINES), line: ((step - 1) % LINES) + 1 };
}
