import type { Model } from './model.ts';

/** A plot has numbers of ordinary size at its axis: far from 1, lengths are in units of a power of ten. */
export function unitOf(end: number): number {
  return end >= 0.01 && end < 1e4 ? 1 : powerOf(end);
}

/** What a drag along the axis snaps to. */
export const snapOf = (end: number): number => powerOf(end) / 50;

/** What an arrow key adds in the field for the length. */
export const stepOf = (end: number): number => powerOf(end) / 10;

const powerOf = (value: number): number => Number(`1e${Math.floor(Math.log10(value))}`);

/** A multiple of what a drag snaps to. */
export function snapped(length: number, end: number): number {
  const snap = snapOf(end);
  return Number((Math.round(length / snap) * snap).toPrecision(6));
}

/** A promise that goes further than this many times what really happens is cut off. */
const FURTHEST = 2.2;

/** Ends of the outputs' axis: all that the curves do, zero, and the promise if it is not far away. */
export function outputAxisOf(model: Model): { readonly from: number; readonly to: number } {
  const { result, isNormalized, wholeOutcome, wholeNormOutcome } = model;
  const outcomes = [wholeOutcome.value, ...(isNormalized.value ? [wholeNormOutcome.value] : [])];
  const curves = [
    ...result.value.curve.data,
    ...(isNormalized.value ? result.value.normCurve.data : []),
  ].filter(Number.isFinite);
  const real = outcomes.flatMap(({ before, after }) => [before, after]);
  const size = Math.max(...real.map(Math.abs));
  const within = (values: readonly number[], times: number): number[] =>
    values.filter((value) => Math.abs(value) <= times * size);
  const all = [
    0,
    ...real,
    ...within(curves, 1.3),
    ...within(
      outcomes.map(({ promised }) => promised),
      FURTHEST,
    ),
  ];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || 1) * 0.06;
  return { from: least < 0 ? least - room : 0, to: most > 0 ? most + room : 0.5 * room };
}
