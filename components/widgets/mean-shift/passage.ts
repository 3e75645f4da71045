import {
  activation,
  add,
  batchNorm,
  div,
  linear,
  mul,
  scaledWeightStandardize,
  type Tensor2D,
} from '#tensor';
import type { ActivationMoments } from '#lab/signal.ts';
import { placesOf, type Order, type Place } from './data.ts';
import type { Params } from './params.ts';

type Layer = {
  readonly order: Order;
  readonly activation: Params['activation'];
  readonly moments: ActivationMoments;
};

/** By how much normal numbers of variance 1 are multiplied to be the weights of a layer. */
export const scaleOf = (order: Order, { meanSquare }: ActivationMoments, fanIn: number): number =>
  1 / Math.sqrt(fanIn * (order === 'batch-last' ? 1 : meanSquare));

/** The weights of a layer from normal numbers of variance 1, [C, C]. */
export function weightsFrom(
  raw: Tensor2D,
  { order, moments }: Omit<Layer, 'activation'>,
): Tensor2D {
  return order === 'scaled'
    ? scaledWeightStandardize(raw)
    : mul(raw, scaleOf(order, moments, raw.shape[1]));
}

/**
 * Sends a batch through a network and keeps it at every place.
 * @param input [N, C]
 * @param weights for each layer, [C, C]
 * @returns the input, then what there is after every place of every layer, each [N, C]
 */
export function passThrough(
  layer: Layer & Pick<Params, 'path'>,
  input: Tensor2D,
  weights: readonly Tensor2D[],
): readonly Tensor2D[] {
  const passed = [input];
  let state = input;
  for (const [index, weight] of weights.entries()) {
    const isPlain = layer.path === 'plain';
    // What theory expects of a residual state: every layer before has added 1.
    const beta = isPlain ? 1 : Math.sqrt(index + 1);
    let x = state;
    for (const place of placesOf[layer.order]) {
      if (place !== 'weights') x = through(place, x, layer, beta);
      else x = isPlain ? linear(x, weight) : add(state, linear(x, weight));
      passed.push(x);
    }
    state = x;
  }
  return passed;
}

function through(
  place: Exclude<Place, 'weights'>,
  x: Tensor2D,
  { order, activation: name, moments }: Layer,
  beta: number,
): Tensor2D {
  if (place === 'norm') return batchNorm(x).y;
  return order === 'scaled'
    ? mul(activation(div(x, beta) as Tensor2D, name), 1 / Math.sqrt(moments.variance))
    : activation(x, name);
}
