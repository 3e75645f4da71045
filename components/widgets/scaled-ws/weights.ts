import { indexIn, valueAt } from '#nd/maps.ts';
import { ndArray, sizeOf, tabulate, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';

const SEED = 2020;

/** Weights that each filter has of its own, so that the pattern of one does not hang on the others. */
const filterSeed = (filter: number): number => SEED + filter;

/**
 * Normal numbers of few digits.
 * @param shape [filters, channels, rows, columns]
 * @param pushes what is added to all weights of a filter; none to one beyond the last
 */
export function drawWeights(
  shape: readonly number[],
  { deviation = 0.4, decimals = 1, pushes = [] as readonly number[] } = {},
): NdArray {
  const [filters, ...fan] = shape;
  const unit = 10 ** decimals;
  const values = Array.from({ length: filters }, (_, filter) => {
    const random = seededRandom(filterSeed(filter));
    const push = pushes[filter] ?? 0;
    return Array.from(
      { length: sizeOf(fan) },
      () => Math.round(unit * (push + deviation * normal(random))) / unit,
    );
  });
  return ndArray(shape, values.flat());
}

/** 54 weights: two filters over three channels, the second pushed away from 0. */
export const twoFilters = drawWeights([2, 3, 3, 3], { pushes: [0, 0.5] });

/** The first filter of {@link twoFilters}, and once more with the same number added to every weight. */
export const samePushed = tabulate([2, 3, 3, 3], (filter, ...rest) => {
  const weight = valueAt(twoFilters, [0, ...rest]);
  return filter === 0 ? weight : Number((weight + 0.6).toFixed(1));
});

/** 1,568 weights as a layer is initialized: deviation 1 / √196, mean 0 for the law, not for a filter. */
export const initialized = drawWeights([8, 4, 7, 7], { deviation: 1 / 14, decimals: 2 });

/** One filter without spread, one with hardly any, and one as usual. */
export const hardlySpread = tabulate([3, 3, 3, 3], (filter, ...rest) => {
  const weight = valueAt(twoFilters, [0, ...rest]);
  return filter === 0 ? 0.5 : filter === 1 ? 0.004 * weight : weight;
});

/** Weights of another shape: what fits stays, what is new is drawn. */
export function resizedWeights(weight: NdArray, shape: readonly number[]): NdArray {
  const data = drawWeights(shape).data.map((drawn, position) => {
    const index = indexIn(shape, position);
    return index.every((at, axis) => at < weight.shape[axis]) ? valueAt(weight, index) : drawn;
  });
  return { shape, data };
}
