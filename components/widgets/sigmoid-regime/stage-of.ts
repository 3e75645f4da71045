import type { Result } from './compute.ts';

/** One stage of the sample: what the sigmoid is given and makes of it, and the given mean and deviation. */
export type Stage = {
  readonly inputs: Float32Array;
  readonly outputs: Float32Array;
  readonly mean: number;
  readonly deviation: number;
};

export function stageOf({ inputs, outputs, statistics }: Result, stage: number): Stage {
  const [stages, count] = inputs.shape;
  const row = (data: Float32Array): Float32Array =>
    data.subarray(stage * count, (stage + 1) * count);
  return {
    inputs: row(inputs.data),
    outputs: row(outputs.data),
    mean: statistics.data[stage],
    deviation: statistics.data[stages + stage],
  };
}
