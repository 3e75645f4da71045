import type { Result } from './compute.ts';
import { curveOf } from './curve-of.ts';
import { shownNetworks } from './data.ts';
import type { Params } from './params.ts';

/** Without a norm, the variance of twenty blocks or more ends at twice what it was, give or take a tenth. */
export function doubled(params: Params, result: Result): boolean {
  return shownNetworks(params).some(({ slot, network }) => {
    const last = curveOf(result, slot, 'variance').at(-1) ?? NaN;
    return network.kind === 'free' && network.blocks >= 20 && Math.abs(last - 2) < 0.2;
  });
}

/** Weights are not standardized, there is no norm, the branch adds something, and the mean does not shift. */
export function unshifted(params: Params, result: Result): boolean {
  return shownNetworks(params).some(({ slot, network }) => {
    const [mean, variance] = (['squaredMean', 'variance'] as const).map(
      (quantity) => curveOf(result, slot, quantity).at(-1) ?? NaN,
    );
    const adds = network.alpha >= 0.5 && network.blocks >= 10;
    return network.kind === 'free-plain' && adds && mean < 0.1 * variance;
  });
}
