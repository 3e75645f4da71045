import type { ActivationName } from '#nd/activation-names.ts';

/** How each library writes the activations of the course, for exported code. */
type Expressions = Readonly<Record<ActivationName, (x: string) => string>>;

export const pytorchActivations: Expressions = {
  identity: (x) => `${x}`,
  relu: (x) => `F.relu(${x})`,
  leakyRelu: (x) => `F.leaky_relu(${x}, 0.01)`,
  gelu: (x) => `F.gelu(${x})`,
  geluTanh: (x) => `F.gelu(${x}, approximate='tanh')`,
  silu: (x) => `F.silu(${x})`,
  sigmoid: (x) => `torch.sigmoid(${x})`,
  tanh: (x) => `torch.tanh(${x})`,
  elu: (x) => `F.elu(${x})`,
  softplus: (x) => `F.softplus(${x})`,
  hardSwish: (x) => `F.hardswish(${x})`,
  relu6: (x) => `F.relu6(${x})`,
  selu: (x) => `F.selu(${x})`,
  logSigmoid: (x) => `F.logsigmoid(${x})`,
  softsign: (x) => `F.softsign(${x})`,
  mish: (x) => `F.mish(${x})`,
};

export const numpyActivations: Expressions = {
  identity: (x) => `${x}`,
  relu: (x) => `np.maximum(${x}, 0)`,
  leakyRelu: (x) => `np.where(${x} > 0, ${x}, 0.01 * ${x})`,
  gelu: (x) => `${x} * 0.5 * (1 + np.vectorize(math.erf)(${x} / math.sqrt(2)))`,
  geluTanh: (x) =>
    `${x} * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (${x} + 0.044715 * ${x}**3)))`,
  silu: (x) => `${x} / (1 + np.exp(-${x}))`,
  sigmoid: (x) => `1 / (1 + np.exp(-${x}))`,
  tanh: (x) => `np.tanh(${x})`,
  elu: (x) => `np.where(${x} > 0, ${x}, np.expm1(np.minimum(${x}, 0)))`,
  softplus: (x) => `np.logaddexp(${x}, 0)`,
  hardSwish: (x) => `${x} * np.clip(${x} + 3, 0, 6) / 6`,
  relu6: (x) => `np.clip(${x}, 0, 6)`,
  selu: (x) =>
    `1.0507009873554805 * np.where(${x} > 0, ${x}, 1.6732632423543772 * np.expm1(np.minimum(${x}, 0)))`,
  logSigmoid: (x) => `-np.logaddexp(-(${x}), 0)`,
  softsign: (x) => `${x} / (1 + np.abs(${x}))`,
  mish: (x) => `${x} * np.tanh(np.logaddexp(${x}, 0))`,
};

export const tfjsActivations: Expressions = {
  identity: (x) => `${x}`,
  relu: (x) => `tf.relu(${x})`,
  leakyRelu: (x) => `tf.leakyRelu(${x}, 0.01)`,
  gelu: (x) => `tf.mul(${x}, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(${x}, Math.SQRT1_2)))))`,
  geluTanh: (x) =>
    `tf.mul(${x}, tf.mul(0.5, tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), tf.add(${x}, tf.mul(0.044715, tf.pow(${x}, 3))))))))`,
  silu: (x) => `tf.mul(${x}, tf.sigmoid(${x}))`,
  sigmoid: (x) => `tf.sigmoid(${x})`,
  tanh: (x) => `tf.tanh(${x})`,
  elu: (x) => `tf.elu(${x})`,
  softplus: (x) => `tf.softplus(${x})`,
  hardSwish: (x) => `tf.mul(${x}, tf.div(tf.relu6(tf.add(${x}, 3)), 6))`,
  relu6: (x) => `tf.relu6(${x})`,
  selu: (x) => `tf.selu(${x})`,
  logSigmoid: (x) => `tf.logSigmoid(${x})`,
  softsign: (x) => `tf.div(${x}, tf.add(1, tf.abs(${x})))`,
  mish: (x) => `tf.mul(${x}, tf.tanh(tf.softplus(${x})))`,
};
