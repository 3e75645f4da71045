import { div, mul, sqrt, sub, sum, tidy, type Scalar, type Tensor } from '#tensor';

/** The length of all of a tensor's numbers as one vector. */
export const lengthOf = (tensor: Tensor): Scalar =>
  tidy(() => sqrt(sum(mul(tensor, tensor))) as Scalar);

/** How far two tensors of one shape are apart. */
export const distanceBetween = (a: Tensor, b: Tensor): Scalar => tidy(() => lengthOf(sub(a, b)));

/** The cosine of the angle between two tensors of one shape; NaN where one of them is 0. */
export const cosineBetween = (a: Tensor, b: Tensor): Scalar =>
  tidy(() => div(sum(mul(a, b)), mul(lengthOf(a), lengthOf(b))));
