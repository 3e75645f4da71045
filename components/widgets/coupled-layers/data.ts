import { shortDecimal } from '#nd/short-decimal.ts';
import type { Params } from './params.ts';

/** Points of the curve over the length of the step. */
export const POINTS = 81;

/** What first-order reasoning is to lower the output by. */
export const TENTH = 0.1;

/** The decimal that a reader typed, which float32 holds only nearly: 1.2 and not 1.2000000477. */
export const typed = (value: number): number => Number(shortDecimal(value));

/** The example whose output is watched, counted from 0. */
export const watchedOf = ({ x, watched }: Pick<Params, 'x' | 'watched'>): number =>
  Math.min(watched, x.data.length) - 1;

/** Round numbers that axes end at. */
const rounds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * How far the axis of step lengths goes: beyond the first length that brings a weight to 0, where the
 * curve has bent for good; only so far as to see a step that is much shorter than this.
 */
export function longestStep(params: Params): number {
  const weights = Array.from(params.weights.data, typed);
  const input = typed(params.x.data[watchedOf(params)]);
  const output = weights.reduce((product, weight) => product * weight, input);
  const epsilon = typed(params.epsilon);
  const crossings = weights.map((weight) => weight ** 2 / Math.abs(output));
  const first = Math.min(...crossings.filter((length) => length > 0), Infinity);
  if (!Number.isFinite(first)) return roundedUp(Math.max(epsilon, 1));
  return roundedUp(
    epsilon > 0 && epsilon < first / 200 ? 10 * epsilon : Math.max(1.5 * first, epsilon),
  );
}

/**
 * Every state of the chain that is computed, as how far each layer has gone: layer by layer, then all
 * with the first-order length, then all along the axis.
 * @returns [layers + 1 + 1 + POINTS][layers]
 */
export function lengthsOf(params: Params, tenthLength: number): number[][] {
  const layers = params.weights.data.length;
  const epsilon = typed(params.epsilon);
  const end = longestStep(params);
  const all = (length: number): number[] => Array<number>(layers).fill(length);
  return [
    ...Array.from({ length: layers + 1 }, (_, done) => [
      ...all(epsilon).slice(0, done),
      ...all(0).slice(done),
    ]),
    all(Number.isFinite(tenthLength) ? tenthLength : 0),
    ...Array.from({ length: POINTS }, (_, point) => all((end * point) / (POINTS - 1))),
  ];
}

function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  // What division leaves of a round number is still that number.
  const round = rounds.find((number) => number * power >= value * (1 - 1e-9)) ?? 10;
  return Number((round * power).toPrecision(3));
}
