import type { Network } from '#lab/network.ts';
import { parametersOf } from '#lab/network.ts';
import { sizeOf } from '#nd/nd-array.ts';

/**
 * Factors for all numbers of a network of dense layers that leave what it computes as it is: weights and
 * biases of every other hidden layer × `factor`, weights of the hidden layer behind it ÷ `factor`. ReLU
 * lets a factor through, and a norm takes it away.
 */
export function rescaling(network: Network, factor: number): Float32Array {
  const parameters = parametersOf(network);
  const hidden = parameters.filter(({ role }) => role === 'weight').length - 1;
  const paired = hidden - (hidden % 2);
  let layer = -1;
  return Float32Array.from(
    parameters.flatMap(({ role, shape }) => {
      if (role === 'weight') layer++;
      const isFirst = layer % 2 === 0;
      const scale =
        layer >= paired || !(role === 'weight' || (role === 'bias' && isFirst))
          ? 1
          : isFirst
            ? factor
            : 1 / factor;
      return new Array<number>(sizeOf(shape)).fill(scale);
    }),
  );
}
