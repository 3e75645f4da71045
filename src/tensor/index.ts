import '@tensorflow/tfjs-core/dist/register_all_gradients';

export { activation, type ActivationOptions } from './activation.ts';
export { avgPool2d, globalAvgPool2d, type AvgPool2dOptions } from './avg-pool2d.ts';
export { conv2d, type Conv2dOptions } from './conv2d.ts';
export { largestEigenvalue } from './eigenvalue.ts';
export { meanSquaredError, valueAndGradient } from './gradient.ts';
export { maxPool2d } from './max-pool2d.ts';
export { pad2d, type Pad2dOptions } from './pad2d.ts';
export type { Pool2dOptions } from './pool-geometry.ts';
export { sgdStep } from './sgd.ts';
export { toNdArray, toTensor, toTensor4d } from './transfer.ts';
export { secondMoment, unfold } from './unfold.ts';
export { add, squeeze, stack } from '@tensorflow/tfjs-core';
