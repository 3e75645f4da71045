import type { PlotAxis } from '#charts/plot.tsx';
import type { Line, Measure, Run } from './model.ts';

/** Losses are drawn up to twice what guessing would have. */
export const MOST_LOSS = 2 * Math.log(10);

/** What was measured at each point of a line. */
export function valuesOf(line: Line, measure: Measure): Float32Array {
  switch (measure) {
    case 'loss':
      return line.losses;
    case 'change':
      return line.changes;
    case 'ratio':
      return line.ratios;
  }
}

/** The axis of a measure, the same for all steps and for all runs but such as are lost. */
export function axisOf(measure: Measure, runs: readonly Run[]): Omit<PlotAxis, 'label'> {
  if (measure === 'loss') return { from: 0, to: MOST_LOSS, ticks: 4 };
  const kept = runs.filter(({ lostAt }) => lostAt === undefined);
  const all = (kept.length > 0 ? kept : runs)
    .flatMap(({ lines }) => lines.flatMap((line) => Array.from(valuesOf(line, measure))))
    .filter((value) => value > 0 && Number.isFinite(value))
    .sort((a, b) => a - b);
  const [low, high] = [all[0] ?? 0.1, all.at(-1) ?? 1];
  if (measure === 'ratio') return { from: 0, to: high * 1.05, ticks: 4 };
  const first = Math.floor(Math.log10(low));
  const last = Math.max(Math.ceil(Math.log10(high)), first + 1);
  return { from: 10 ** first, to: 10 ** last, logarithmic: true, ticks: 4 };
}

/** A value as it is drawn: what is beyond the axis lies at its end. */
export const drawn = (value: number, { to }: Pick<PlotAxis, 'to'>): number => Math.min(value, to);
