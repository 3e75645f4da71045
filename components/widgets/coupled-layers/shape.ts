export type Shape = {
  readonly mean: number;
  readonly deviation: number;
  /** How much the values lean to one side; 0 if not at all, or if all are equal. */
  readonly skewness: number;
  /** How heavy the tails are; 3 for a normal distribution, 0 if all values are equal. */
  readonly kurtosis: number;
};

/** Mean, deviation (divided by the number of values), skewness and kurtosis. */
export function shapeOf(values: readonly number[]): Shape {
  const meanOf = (numbers: readonly number[]): number =>
    numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const mean = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
  const isFlat = deviation <= 1e-5 * Math.abs(mean);
  const moment = (power: number): number =>
    isFlat ? 0 : meanOf(values.map((value) => ((value - mean) / deviation) ** power));
  return { mean, deviation, skewness: moment(3), kurtosis: moment(4) };
}
