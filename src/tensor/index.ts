import '@tensorflow/tfjs-core/dist/register_all_gradients';

export { activation, type ActivationOptions } from './activation.ts';
export { activationMoments } from './activation-moments.ts';
export { avgPool2d, globalAvgPool2d, type AvgPool2dOptions } from './avg-pool2d.ts';
export { batchNorm, type BatchNormOptions } from './batch-norm.ts';
export { batchNormBackward, type BatchNormPassage } from './batch-norm-backward.ts';
export { channelStatistics } from './channel-statistics.ts';
export { adaptiveGradientClip, clipGlobalNorm, type UnitwiseClip } from './clip.ts';
export { conv2d, type Conv2dOptions } from './conv2d.ts';
export { crossEntropy } from './cross-entropy.ts';
export { largestEigenvalue } from './eigenvalue.ts';
export { flatten, unflatten } from './flatten.ts';
export { meanSquaredError, valueAndGradient, valueAndGradients } from './gradient.ts';
export { groupNorm, type GroupNormOptions } from './group-norm.ts';
export { growingStatistics } from './growing-statistics.ts';
export { instanceNorm } from './instance-norm.ts';
export { layerNorm, type LayerNormOptions } from './layer-norm.ts';
export { linear } from './linear.ts';
export { maxPool2d } from './max-pool2d.ts';
export { moments } from './moments.ts';
export { pad2d, type Pad2dOptions } from './pad2d.ts';
export { polynomialProduct } from './polynomial-product.ts';
export type { Pool2dOptions } from './pool-geometry.ts';
export { rmsNorm, type RmsNormOptions } from './rms-norm.ts';
export {
  populationStatistics,
  runningRules,
  unbiasedVariance,
  updateRunning,
  type RunningRule,
} from './running-statistics.ts';
export { momentum, sgdStep } from './sgd.ts';
export { centre, type NormOptions, type Normalized, type Statistics } from './standardize.ts';
export { toNdArray, toTensor, toTensor4d } from './transfer.ts';
export {
  addTwoFloats,
  cumulativeProduct,
  multiplyTwoFloats,
  twoFloat,
  type TwoFloat,
} from './two-float.ts';
export { secondMoment, unfold } from './unfold.ts';
export {
  scaledForms,
  scaledWeightStandardize,
  weightStandardize,
  type ScaledForm,
  type ScaledOptions,
} from './weight-standardize.ts';
export {
  add,
  concat,
  dispose,
  div,
  fill,
  gather,
  getBackend,
  matMul,
  mul,
  reshape,
  slice,
  sqrt,
  squeeze,
  stack,
  sub,
  sum,
  tidy,
  transpose,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
