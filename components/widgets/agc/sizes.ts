/** Rows of the weight. Each has two weights, so that it is an arrow in a plane. */
export const UNITS = 4;

/** No weight and no gradient is larger. */
export const MOST = 10;
