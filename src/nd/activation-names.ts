/** The activations of the course; `src/tensor/activation.ts` computes them. */
export const activationNames = [
  'identity',
  'relu',
  'leakyRelu',
  'gelu',
  'geluTanh',
  'silu',
  'sigmoid',
  'tanh',
  'elu',
  'softplus',
  'hardSwish',
] as const;

export type ActivationName = (typeof activationNames)[number];
