/** What the activations are called, for a choice param named `activation`. */
export const activationWords = {
  en: {
    'activation.identity': 'none',
    'activation.relu': 'ReLU',
    'activation.leakyRelu': 'leaky ReLU',
    'activation.gelu': 'GELU',
    'activation.geluTanh': 'GELU (tanh)',
    'activation.silu': 'SiLU',
    'activation.sigmoid': 'sigmoid',
    'activation.tanh': 'tanh',
    'activation.elu': 'ELU',
    'activation.softplus': 'softplus',
    'activation.hardSwish': 'hard-swish',
  },
  ja: {
    'activation.identity': 'なし',
    'activation.relu': 'ReLU',
    'activation.leakyRelu': 'Leaky ReLU',
    'activation.gelu': 'GELU',
    'activation.geluTanh': 'GELU（tanh近似）',
    'activation.silu': 'SiLU',
    'activation.sigmoid': 'シグモイド',
    'activation.tanh': 'tanh',
    'activation.elu': 'ELU',
    'activation.softplus': 'ソフトプラス',
    'activation.hardSwish': 'Hard-swish',
  },
} as const;
