// Mean and biased variance of a batch of N images, each of H · W normal pixels of mean 0 and variance 1
// of which any two of one image have the correlation ρ.

export type Theory = {
  /** Values in a batch: m = N · H · W. */
  readonly values: number;
  /** So many independent values would have as steady a mean. */
  readonly effective: number;
  /** Standard deviation of μ_B. */
  readonly meanSpread: number;
  /** Expectation of σ²_B. */
  readonly variance: number;
  /** Standard deviation of σ²_B. */
  readonly varianceSpread: number;
};

type Setting = {
  readonly batchSize: number;
  readonly side: number;
  readonly correlation: number;
};

/** How much each direction of a batch adds to its variance, and how many directions add as much. */
function eigenvaluesOf({ batchSize, side, correlation }: Setting) {
  const pixels = side * side;
  return {
    // What differs from image to image; their common mean is taken away.
    between: { value: 1 + (pixels - 1) * correlation, count: batchSize - 1 },
    // What differs within an image.
    within: { value: 1 - correlation, count: batchSize * (pixels - 1) },
  };
}

/** Closed formulas; for one pixel an image or ρ = 0 they are 1 / √m, (m − 1) / m and √(2 (m − 1)) / m. */
export function theoryOf(setting: Setting): Theory {
  const { between, within } = eigenvaluesOf(setting);
  const values = setting.batchSize * setting.side ** 2;
  const squares = between.count * between.value ** 2 + within.count * within.value ** 2;
  const effective = values / between.value;
  return {
    values,
    effective,
    meanSpread: 1 / Math.sqrt(effective),
    variance: 1 - 1 / effective,
    varianceSpread: Math.sqrt(2 * squares) / values,
  };
}

/** Standard errors of the same three when they are measured over some batches. */
export function errorsOf(
  setting: Setting,
  batches: number,
): Pick<Theory, 'meanSpread' | 'variance' | 'varianceSpread'> {
  const { meanSpread, varianceSpread } = theoryOf(setting);
  const { between, within } = eigenvaluesOf(setting);
  const powers = (power: number): number =>
    between.count * between.value ** power + within.count * within.value ** power;
  // Fourth central moment over the squared second one: 3 for a normal quantity, 15 for χ² of one degree.
  const kurtosis = 3 + (12 * powers(4)) / (powers(2) ** 2 || 1);
  return {
    meanSpread: meanSpread / Math.sqrt(2 * batches),
    variance: varianceSpread / Math.sqrt(batches),
    varianceSpread: varianceSpread * Math.sqrt((kurtosis - 1) / (4 * batches)),
  };
}
