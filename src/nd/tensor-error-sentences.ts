import type { TensorError, TensorErrorData, TensorErrorValues } from './tensor-error.ts';

/** What may be wrong with an argument, and how to say it after its name: {was} and further values are filled in. */
const messages = {
  'not-finite': {
    en: ' holds {was}, which is not a number that can be computed with.',
    ja: 'に、計算できない値（{was}）が入っています。',
  },
  'not-positive': {
    en: ' is {was}; it must be a whole number, 1 or more.',
    ja: 'が{was}になっています。1以上の整数にしてください。',
  },
  'not-a-count': {
    en: ' is {was}; it must be a whole number, 0 or more.',
    ja: 'が{was}になっています。0以上の整数にしてください。',
  },
  'wrong-rank': {
    en: ' has {was} axes; it must have {must}.',
    ja: 'の軸は{was}本ですが、{must}本でなければなりません。',
  },
  'too-few-axes': {
    en: ' has {was} axes; it must have at least {must}.',
    ja: 'の軸は{was}本ですが、少なくとも{must}本必要です。',
  },
  'one-value-a-channel': {
    en: ' has the shape [{was}]: in training every channel needs more than one value. A single value is its own mean, its variance is 0, and nothing would be left of it.',
    ja: 'の形は [{was}] です。学習時には、チャネルごとに2つ以上の値が必要です。値が1つだけだと平均はその値自身、分散は0になり、何も残りません。',
  },
  'wrong-shape': {
    en: ' has the shape [{was}]; it must be [{must}].',
    ja: 'の形は [{was}] ですが、[{must}] でなければなりません。',
  },
  'kernel-too-large': {
    en: ' spans {was} cells, more than the padded input, which has {most}.',
    ja: 'が{was}に広がっていて、パディング後の入力{most}に収まりません。',
  },
  'groups-do-not-divide': {
    en: ' is {was}, which does not divide {channels} channels.',
    ja: 'は{was}ですが、チャネル数{channels}を割り切れません。',
  },
  'channels-do-not-match': {
    en: ' expects {was} input channels per group; the input has {must}.',
    ja: 'は1グループにつき{was}入力チャネルを想定していますが、入力は{must}です。',
  },
  'reflect-too-far': {
    en: ' is {was}; reflection needs it smaller than the input, at most {most}.',
    ja: 'が{was}です。反射パディングでは入力より小さく、最大でも{most}にしてください。',
  },
  'padding-too-wide': {
    en: ' is {was}; a window that holds no cell of the input has no result, so at most {most}.',
    ja: 'が{was}です。入力の升目を一つも含まない窓ができてしまいます。最大{most}にしてください。',
  },
  'zero-variance': {
    en: ' is 0 and all values are equal: their variance is 0, and 0 would be divided by 0.',
    ja: 'が0で、値がすべて等しくなっています。分散も0なので、0を0で割ることになります。',
  },
  'no-own-data': {
    en: ' are to be your own, but no files have been given yet.',
    ja: 'を自分のものにするには、先にファイルを選んでください。',
  },
  'beyond-float32': {
    en: ' leads to numbers beyond 3.4 × 10³⁸, the largest that float32 holds.',
    ja: 'では、計算がfloat32で表せる範囲（3.4 × 10³⁸まで）を超えます。',
  },
  'nothing-to-draw': {
    en: ' is zero throughout, so no number can be drawn from it.',
    ja: 'がすべて0になっています。これでは値を1つも選べません。',
  },
  'unknown-name': {
    en: ' is “{was}”, which is not one of: {known}.',
    ja: 'の「{was}」は使えません。次から選んでください：{known}。',
  },
} as const;

export type TensorErrorCode = keyof typeof messages;

/** What is wrong, in both languages, to be said after the name of the argument. */
export function sentenceOf({ code, values }: TensorError): TensorErrorData['sentence'] {
  const { en, ja } = messages[code];
  return { en: filled(en, values), ja: filled(ja, values) };
}

function filled(text: string, values: TensorErrorValues): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
}
