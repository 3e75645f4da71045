import type { Bins } from '#nd/bins.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { ENDS } from './bins.ts';
import { COUNT } from './data.ts';
import type { Result } from './compute.ts';
import type { Law, Shares } from './regimes.ts';

/** One stage of the sample: what the sigmoid is given, and what it makes of it. */
export type Stage = Law &
  Shares & {
    readonly inputs: Bins;
    readonly outputs: Bins;
    /** Values that lie beyond the ends of the axis. */
    readonly outside: number;
    /** Largest change of a value from what it was as it came. */
    readonly change: number;
  };

export function stageOf(result: Result, stage: number): Stage {
  const [mean, deviation] = rowOf(result.statistics, stage);
  const [linear, saturated] = rowOf(result.shares, stage);
  const inputs = binsIn(rowOf(result.inputs, stage), ENDS);
  const inside = inputs.densities.reduce((sum, density) => sum + density * inputs.width, 0);
  return {
    mean,
    deviation,
    linear,
    saturated,
    inputs,
    outputs: binsIn(rowOf(result.outputs, stage), [0, 1]),
    outside: Math.round(COUNT * (1 - inside)),
    change: result.changes.data[stage],
  };
}

const rowOf = ({ shape, data }: NdArray, row: number): readonly number[] => [
  ...data.subarray(row * shape[1], (row + 1) * shape[1]),
];

const binsIn = (densities: readonly number[], [from, to]: readonly [number, number]): Bins => ({
  from,
  width: (to - from) / densities.length,
  densities,
});
