import { activationWords } from '#i18n/activation-words.ts';

export const strings = {
  en: {
    title: 'batch-leak',
    blurb: 'Every cell of a matrix goes through an activation function.',
    'param.input': 'input',
    'param.activation': 'activation',
    ...activationWords.en,
    'example.default': 'ReLU',
    'example.smooth': 'A smooth one',
    'challenge.unchanged': 'An input that ReLU leaves as it is',
    output: 'output',
    description: '{activation} changes {changed} of {cells} cells of a {size} matrix.',
  },
  ja: {
    title: 'batch-leak',
    blurb: '行列のすべての升目が、活性化関数を通ります。',
    'param.input': '入力',
    'param.activation': '活性化関数',
    ...activationWords.ja,
    'example.default': 'ReLU',
    'example.smooth': '滑らかな関数',
    'challenge.unchanged': 'ReLUを通しても変わらない入力',
    output: '出力',
    description: '{size}の行列で、{activation}は{cells}個の升目のうち{changed}個を変えます。',
  },
} as const;

export type Key = keyof (typeof strings)['en'];
