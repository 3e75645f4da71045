import type { PlotAxis } from '#charts/plot.tsx';
import type { BlockKind } from '#lab/residual-network.ts';
import type { Quantity } from './data.ts';
import type { Network } from './model.ts';
import type { Params } from './params.ts';

export type VarianceAxis = Omit<PlotAxis, 'label'>;

/** Grows by a factor with every block: on a linear axis nothing else would be seen beside it. */
const explodes = (kind: BlockKind): boolean => kind === 'none';

/** Smallest value on a logarithmic axis; a mean of nothing but chance lies about there. */
const LEAST = 1e-3;

/**
 * The axis of one panel: linear from 0 to what the networks reach that do not explode, or logarithmic.
 * @param expected what a prediction reaches
 */
export function axisOf(
  quantity: Quantity,
  networks: readonly Network[],
  axis: Params['axis'],
  expected: readonly number[],
): VarianceAxis {
  const calm = networks.filter(({ kind }) => !explodes(kind));
  const shown = axis === 'linear' && calm.length > 0 ? calm : networks;
  const reached = shown.flatMap(({ curves }) => Array.from(curves[quantity]));
  const top = Math.max(...reached.filter(Number.isFinite), ...expected, 1);
  return axis === 'logarithmic'
    ? { from: LEAST, to: top, logarithmic: true }
    : { from: 0, to: 1.1 * top };
}

/** Values as they are drawn: the first that leaves the axis ends the curve at its edge. */
export function drawn(
  values: ArrayLike<number>,
  { from, to, logarithmic }: VarianceAxis,
): number[] {
  const list = Array.from(values);
  const beyond = logarithmic ? -1 : list.findIndex((value) => value > to);
  return list.map((value, index) => {
    if (beyond >= 0 && index >= beyond) return index === beyond ? to : NaN;
    return Math.max(value, from);
  });
}
