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
  'relu6',
  'selu',
  'logSigmoid',
  'softsign',
  'mish',
] as const;

export type ActivationName = (typeof activationNames)[number];
