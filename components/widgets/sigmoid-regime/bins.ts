/** Ends of the axis that the sigmoid's inputs lie on. */
export const ENDS = [-12, 12] as const;

/** Bins between these ends, and between 0 and 1 for the outputs: odd, so that no edge is in the middle. */
export const INPUT_BINS = 63;
export const OUTPUT_BINS = 21;
