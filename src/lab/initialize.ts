import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, type Random } from '#nd/random.ts';
import { parametersOf, type Network, type Parameter } from './network.ts';

/** Deviation of a weight that sums `inputs` numbers into each of `outputs`. */
export const initializations = {
  /** √(2 / inputs): ReLU halves the second moment; see he2015delving */
  he: (inputs: number): number => Math.sqrt(2 / inputs),
  /** √(2 / (inputs + outputs)); see glorot2010xavier */
  xavier: (inputs: number, outputs: number): number => Math.sqrt(2 / (inputs + outputs)),
  /** √(1 / inputs) */
  lecun: (inputs: number): number => Math.sqrt(1 / inputs),
} as const;

export type Initialization = keyof typeof initializations;

/**
 * A network's first numbers as one vector: weights normal, drawn in the order of computing; biases and β
 * 0, γ 1.
 * @param gain multiplies every weight
 */
export function initialize(
  network: Network,
  initialization: Initialization,
  random: Random,
  gain = 1,
): NdArray {
  const parameters = parametersOf(network);
  const data = parameters.flatMap((parameter) => {
    const first = firstValue(parameter, initialization, gain, random);
    return Array.from({ length: sizeOf(parameter.shape) }, first);
  });
  return { shape: [data.length], data: Float32Array.from(data) };
}

function firstValue(
  { role, shape }: Parameter,
  initialization: Initialization,
  gain: number,
  random: Random,
): () => number {
  if (role !== 'weight') return () => (role === 'gamma' ? 1 : 0);
  const [outputs, inputs, ...kernel] = shape;
  const taps = sizeOf(kernel);
  const deviation = gain * initializations[initialization](inputs * taps, outputs * taps);
  return () => deviation * normal(random);
}
