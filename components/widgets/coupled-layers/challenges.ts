import { TENTH } from './data.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** Output before the step, and after it. */
function outputsOf({ outputs }: Result): readonly [before: number, after: number] {
  const states = outputs.shape[1];
  const at = (state: number): number => outputs.data[state] + outputs.data[states + state];
  return [at(0), at(states - 1)];
}

/** A chain of ten layers or more has truly been lowered by 0.1, to within a two-hundredth of that. */
export function trueTenth({ weights }: Params, result: Result): boolean {
  const [before, after] = outputsOf(result);
  return weights.data.length >= 10 && Math.abs(after - before + TENTH) <= TENTH / 200;
}

/** What the first two orders predict is further from the truth than what the first one does. */
export function worseWithTwo(_: Params, result: Result): boolean {
  const [before, after] = outputsOf(result);
  const [, first, second = 0] = result.orders.data;
  const truth = after - before;
  return Math.abs(first + second - truth) > Math.abs(first - truth) + 1e-3 * Math.abs(truth);
}

/** With normalization of units without activation, the output has still gone elsewhere than promised. */
export function flipped({ beside, epsilon }: Params, result: Result): boolean {
  if (beside !== 'norm') return false;
  const { normGradient, normOutputs, product } = result;
  const promised = product.data.reduce(
    (sum, slope, layer) => sum - epsilon * slope * normGradient.data[layer],
    0,
  );
  const change = normOutputs.data[product.data.length] - normOutputs.data[0];
  return Math.abs(change - promised) > 0.5;
}
