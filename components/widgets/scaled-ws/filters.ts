import { mapStart } from '#nd/maps.ts';
import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** What an output is over all inputs, and what it would be over endlessly many. */
export type Outcome = {
  readonly mean: number;
  readonly variance: number;
  /** Twice the standard error, as the inputs themselves tell it. */
  readonly meanError: number;
  readonly varianceError: number;
  readonly expectedMean: number;
  readonly expectedVariance: number;
};

/** One side of the standardization: a filter's weights, and what comes of its output. */
export type Side = Outcome & {
  readonly sum: number;
  /** √ of the sum of squares. */
  readonly length: number;
};

export type FilterNumbers = {
  readonly mean: number;
  readonly deviation: number;
  readonly gain: number;
  /** The length that its weights have after, unless they hardly spread. */
  readonly wanted: number;
  /** Whether all of its weights are equal, so that nothing is left of them. */
  readonly isFlat: boolean;
  /** Whether they spread so little that what keeps from a division by 0 has made them shorter. */
  readonly isShort: boolean;
  readonly before: Side;
  readonly after: Side;
};

/** A deviation below this part of the weights' own size is what float32 leaves of equal ones. */
const FLAT = 1e-5;

/** An activation whose mean is below this shifts nothing. */
export const CENTRED = 1e-3;

/** A hundredth less than wanted is seen. */
const SHORT = 0.99;

/** The weights of one filter: all that its output sums. */
export function weightsOf(weight: NdArray, filter: number): Float32Array {
  const start = mapStart(weight, filter, 0);
  return weight.data.subarray(start, start + sizeOf(weight.shape.slice(1)));
}

/** 1 / √Var[g(Z)]: what makes up for an activation. */
export const gammaOf = ({ ofActivation }: Result): number => 1 / Math.sqrt(ofActivation.data[2]);

/** Whether a filter of this mean and deviation has no spread. */
export const isFlat = (mean: number, deviation: number): boolean =>
  deviation <= FLAT * Math.max(Math.abs(mean), FLAT);

/** All numbers of every filter. */
export function filterNumbers(params: Params, result: Result): readonly FilterNumbers[] {
  const [filters, ...fan] = params.weight.shape;
  const gains = forChannels(params.gain, filters, 1).data;
  const scaled = params.form !== 'plain';
  return Array.from({ length: filters }, (_, filter) => {
    const mean = result.mean.data[filter];
    const deviation = Math.sqrt(result.variance.data[filter]);
    const gain = scaled ? gains[filter] : 1;
    const wanted = scaled ? gammaOf(result) * Math.abs(gain) : Math.sqrt(sizeOf(fan));
    const after = sideOf(1, result.standardized);
    const flat = isFlat(mean, deviation);
    return {
      mean,
      deviation,
      gain,
      wanted,
      isFlat: flat,
      isShort: !flat && after.length < SHORT * wanted,
      before: sideOf(0, params.weight),
      after,
    };

    function sideOf(row: number, weight: NdArray): Side {
      const weights = weightsOf(weight, filter);
      const squares = weights.reduce((total, each) => total + each ** 2, 0);
      const sum = weights.reduce((total, each) => total + each, 0);
      const [meanOfG, , varianceOfG] = result.ofActivation.data;
      const at = row * filters + filter;
      const variance = result.outputVariance.data[at];
      const root = Math.sqrt(Number(params.inputs));
      return {
        sum,
        length: Math.sqrt(squares),
        mean: result.outputMean.data[at],
        variance,
        meanError: (2 * Math.sqrt(variance)) / root,
        varianceError: (2 * result.squareDeviation.data[at]) / root,
        expectedMean: meanOfG * sum,
        expectedVariance: varianceOfG * squares,
      };
    }
  });
}
