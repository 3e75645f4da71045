import type { Params } from './params.ts';

export const epsilons = ['0.00001', '0.001'] as const;

export const libraries = ['pytorch', 'keras', 'fused'] as const;

export type Library = (typeof libraries)[number];

export type Rule = Pick<Params, 'convention' | 'momentum' | 'unbiased'>;

/** What a layer does in each library unless told otherwise; `fused` is what tf.keras gives four axes. */
export const defaults: Readonly<Record<Library, Rule & Pick<Params, 'epsilon'>>> = {
  pytorch: { convention: 'pytorch', momentum: 0.1, unbiased: true, epsilon: '0.00001' },
  keras: { convention: 'keras', momentum: 0.99, unbiased: false, epsilon: '0.001' },
  fused: { convention: 'keras', momentum: 0.99, unbiased: true, epsilon: '0.001' },
};

/** The part that a new batch has in the running value. */
export function shareOf({ convention, momentum }: Rule): number {
  return convention === 'pytorch' ? momentum : 1 - momentum;
}
