import type { ActivationName } from '#nd/activation-names.ts';

/**
 * The factors that the released code of NFNets multiplies activations by: sampled, not exact. The code
 * has one for GELU, in whichever form; none for Mish and hard-swish.
 * @see brock2021nfnet; deepmind-research/nfnets/base.py, `nonlinearities`
 */
export const releasedGains: Readonly<Partial<Record<ActivationName, number>>> = {
  identity: 1,
  relu: 1.7139588594436646,
  leakyRelu: 1.70590341091156,
  gelu: 1.7015043497085571,
  geluTanh: 1.7015043497085571,
  silu: 1.7881293296813965,
  sigmoid: 4.803835391998291,
  tanh: 1.5939117670059204,
  elu: 1.2716004848480225,
  softplus: 1.9203323125839233,
  relu6: 1.7131484746932983,
  selu: 1.0008515119552612,
  logSigmoid: 1.9193484783172607,
  softsign: 2.338853120803833,
};
