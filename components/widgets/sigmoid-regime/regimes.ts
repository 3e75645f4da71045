/** How near the output has to be to the tangent, or to 0 or 1. */
export const NEAR = 0.05;

/** A normal law; a deviation of 0 puts everything at the mean. */
export type Law = { readonly mean: number; readonly deviation: number };

/** Parts of all values that lie where the sigmoid is nearly a line, and where it is nearly flat. */
export type Shares = { readonly linear: number; readonly saturated: number };

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Beyond this distance from zero, sigmoid(z) is within 0.05 of 0 or 1: ln 19. */
export const SATURATED = Math.log(1 / NEAR - 1);

/** Up to this distance from zero, sigmoid(z) is within 0.05 of its tangent ½ + z/4. */
export const LINEAR = whereTangentIsOff(NEAR);

/** The distance only grows with z: halving finds where it comes to what is asked. */
function whereTangentIsOff(distance: number): number {
  let [low, high] = [0, 4];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (0.5 + middle / 4 - sigmoid(middle) < distance) low = middle;
    else high = middle;
  }
  return low;
}

/** Shares of a sample, counted. */
export function sharesOf(values: Float32Array): Shares {
  const part = (holds: (distance: number) => boolean): number =>
    values.filter((value) => holds(Math.abs(value))).length / values.length;
  return {
    linear: part((distance) => distance <= LINEAR),
    saturated: part((distance) => distance >= SATURATED),
  };
}

/** Shares of a normal law, from its distribution function. */
export function sharesBy(law: Law): Shares {
  const within = (bound: number): number => below(bound, law) - below(-bound, law);
  return { linear: within(LINEAR), saturated: 1 - within(SATURATED) };
}

function below(bound: number, { mean, deviation }: Law): number {
  return deviation === 0 ? Number(mean <= bound) : normalDistribution((bound - mean) / deviation);
}

/** Density of a normal law; 0 where the law has no width. */
export function densityOf(z: number, { mean, deviation }: Law): number {
  if (deviation === 0) return 0;
  return Math.exp(-(((z - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
}

/**
 * Φ(z), the part of a standard normal law below z, to within 10⁻⁷.
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17
 */
export function normalDistribution(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = factors.reduceRight((rest, factor) => t * (factor + rest), 0);
  const tail = densityOf(z, { mean: 0, deviation: 1 }) * sum;
  return z > 0 ? 1 - tail : tail;
}
