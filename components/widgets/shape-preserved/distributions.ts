import { normal, seededRandom, type Random } from '#nd/random.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import type { Params } from './params.ts';

export const distributions = ['exponential', 'uniform', 'bimodal', 'normal', 'sketch'] as const;

export type Distribution = (typeof distributions)[number];

/** A distribution with a formula. */
export type Named = Exclude<Distribution, 'sketch'>;

/** A sketch has so many bars, all of the same width, from 0 to here. */
export const BARS = 20;
export const END = 10;
export const TALLEST = 10;

export const BAR_WIDTH = END / BARS;

// What the formulas below have for numbers; exported code has them as well.
export const EXPONENTIAL_MEAN = 2;
export const UNIFORM = { from: 1, to: 7 } as const;
export const NORMAL = { mean: 5, deviation: 1.5 } as const;
export const HUMPS = {
  /** Part of the numbers that come from the first hump. */
  first: 0.6,
  low: { mean: 2.5, deviation: 0.7 },
  high: { mean: 7, deviation: 0.9 },
} as const;

const bell = (
  x: number,
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
) => Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));

const densities: Readonly<Record<Named, (x: number) => number>> = {
  exponential: (x) => (x < 0 ? 0 : Math.exp(-x / EXPONENTIAL_MEAN) / EXPONENTIAL_MEAN),
  uniform: (x) => (x < UNIFORM.from || x > UNIFORM.to ? 0 : 1 / (UNIFORM.to - UNIFORM.from)),
  bimodal: (x) => HUMPS.first * bell(x, HUMPS.low) + (1 - HUMPS.first) * bell(x, HUMPS.high),
  normal: (x) => bell(x, NORMAL),
};

/** Density of a distribution with a formula, as a part of its largest value on the axis of sketches. */
export function heightOf(name: Named): (x: number) => number {
  const density = densities[name];
  const places = Array.from({ length: 20 * BARS + 1 }, (_, place) => (place * BAR_WIDTH) / 20);
  const highest = Math.max(...places.map(density));
  return (x) => density(x) / highest;
}

/** A distribution with a formula as the bars of a sketch, the tallest a little below the top. */
export function sketchOf(name: Named): NdArray {
  const height = heightOf(name);
  const bars = Array.from({ length: BARS }, (_, bar) => {
    const parts = [1, 3, 5, 7].map((eighth) => height((bar + eighth / 8) * BAR_WIDTH));
    const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
    return Math.round(0.9 * TALLEST * mean * 2) / 2;
  });
  return ndArray([BARS], bars);
}

/**
 * So many numbers from the distribution that the params ask for, the same for the same seed: [size].
 * @throws TensorError `nothing-to-draw` if every bar of the sketch that they are drawn from is zero
 */
export function drawSample({ distribution, sketch, size, seed }: Params): NdArray {
  const random = seededRandom(seed);
  const draw = distribution === 'sketch' ? fromSketch(sketch, random) : draws[distribution](random);
  return ndArray([size], Array.from({ length: size }, draw));
}

const draws: Readonly<Record<Named, (random: Random) => () => number>> = {
  exponential: (random) => () => -EXPONENTIAL_MEAN * Math.log(1 - random()),
  uniform: (random) => () => UNIFORM.from + (UNIFORM.to - UNIFORM.from) * random(),
  bimodal: (random) => () => {
    const { mean, deviation } = random() < HUMPS.first ? HUMPS.low : HUMPS.high;
    return mean + deviation * normal(random);
  },
  normal: (random) => () => NORMAL.mean + NORMAL.deviation * normal(random),
};

/** A bar as often as its height says, and every place within a bar as often as any other. */
function fromSketch({ data }: NdArray, random: Random): () => number {
  const bars = Array.from(data, (height, bar) => ({ height, bar })).filter(
    ({ height }) => height > 0,
  );
  const whole = bars.reduce((sum, { height }) => sum + height, 0);
  if (bars.length === 0) throw new TensorError('nothing-to-draw', 'sketch', {});
  return () => {
    let rest = random() * whole;
    const { height, bar } =
      bars.find(({ height }) => (rest -= height) < 0) ?? bars[bars.length - 1];
    return (bar + 1 + rest / height) * BAR_WIDTH;
  };
}
