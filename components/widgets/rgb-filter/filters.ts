import { matrix, ndArray, type NdArray } from '#nd/nd-array.ts';
import { kernels } from '#nd/sample-kernels.ts';
import { stackOf } from './slices.ts';

type Rows = readonly (readonly number[])[];

const negative = (rows: Rows): Rows => rows.map((row) => row.map((weight) => 0 - weight));

/** What a reader can pick for one slice. */
export const slicePresets: Readonly<Record<string, Rows>> = {
  zero: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  ...kernels,
  negative: negative(kernels.identity),
  sobelXBack: negative(kernels.sobelX),
  laplacianBack: negative(kernels.laplacian),
};

const filter = (...slices: readonly Rows[]): NdArray => stackOf(slices.map((rows) => matrix(rows)));
const pointwise = (...weights: readonly number[]): NdArray => ndArray([3, 1, 1], weights);

/** The filters of the examples. */
export const filters = {
  /** Answers where red gives way to green from left to right, the less the more blue there is. */
  redThenGreen: filter(slicePresets.sobelXBack, slicePresets.sobelX, slicePresets.negative),
  sameThrice: filter(kernels.sobelX, kernels.sobelX, kernels.sobelX),
  onlyRed: pointwise(1, 0, 0),
  brightness: pointwise(0.2126, 0.7152, 0.0722),
  redAgainstGreen: pointwise(1, -1, 0),
  colourEdge: filter(slicePresets.laplacianBack, kernels.laplacian, slicePresets.zero),
} as const;
