import type { NdArray } from '#nd/nd-array.ts';
import {
  add,
  conv2d,
  largestEigenvalue,
  meanSquaredError,
  secondMoment,
  sgdStep,
  squeeze,
  stack,
  toNdArray,
  toTensor,
  unfold,
  valueAndGradient,
} from '#tensor';
import { drawData } from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /** What the hidden kernel makes of the image, noise added: [H′, W′]. */
  readonly target: NdArray;
  /** The kernel before each step and after the last: [steps + 1, h, w]. */
  readonly kernels: NdArray;
  /** Gradient of the loss at each of these kernels: [steps + 1, h, w]. */
  readonly gradients: NdArray;
  /** What each of these kernels makes of the image: [steps + 1, H′, W′]. */
  readonly outputs: NdArray;
  /** Mean squared error of each output: [steps + 1]. */
  readonly losses: NdArray;
  /** Largest eigenvalue of the windows' second moments; half the loss's largest curvature: []. */
  readonly curvature: NdArray;
};

/** Gradient descent on a kernel: w ← w − η ∂L/∂w, L the mean squared error of its output. */
export default async function compute(params: Params): Promise<Result> {
  const { hidden, rate, steps } = params;
  const [rows, columns] = hidden.shape;
  const { image, start, targetNoise } = drawData(params);
  const [height, width] = targetNoise.shape;
  const x = toTensor(image, 'input', [1, 1, image.shape[0], image.shape[1]]);
  const teacher = conv2d(x, toTensor(hidden, 'hidden', [1, 1, rows, columns]));
  const target = add(teacher, toTensor(targetNoise, 'noise', [1, 1, height, width]));

  let kernel = toTensor(start, 'start', [1, 1, rows, columns]);
  const run = { kernels: [kernel], gradients: [], outputs: [], losses: [] } as Run;
  for (let step = 0; step <= steps; step++) {
    const { value, gradient } = valueAndGradient(
      (weight) => meanSquaredError(conv2d(x, weight), target),
      kernel,
    );
    run.losses.push(value);
    run.gradients.push(gradient);
    run.outputs.push(conv2d(x, kernel));
    if (step === steps) break;
    kernel = sgdStep(kernel, gradient, rate);
    run.kernels.push(kernel);
  }

  const windows = squeeze<Matrix>(unfold(x, [rows, columns]), [0]);
  const count = steps + 1;
  const [targetMap, kernels, gradients, outputs, losses, curvature] = await Promise.all([
    toNdArray(target, [height, width]),
    toNdArray(stack(run.kernels), [count, rows, columns]),
    toNdArray(stack(run.gradients), [count, rows, columns]),
    toNdArray(stack(run.outputs), [count, height, width]),
    toNdArray(stack(run.losses)),
    toNdArray(largestEigenvalue(secondMoment(windows))),
  ]);
  return { target: targetMap, kernels, gradients, outputs, losses, curvature };
}

type Image = ReturnType<typeof conv2d>;
type Matrix = Parameters<typeof secondMoment>[0];

type Run = {
  readonly kernels: Image[];
  readonly gradients: Image[];
  readonly outputs: Image[];
  readonly losses: ReturnType<typeof meanSquaredError>[];
};
