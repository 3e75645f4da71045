/** What may be wrong with an argument, and how to say it: {argument}, {was} and further values are filled in. */
const messages = {
  'not-finite': {
    en: '{argument} holds {was}, which is not a number that can be computed with.',
    ja: '{argument}に、計算できない値（{was}）が入っています。',
  },
  'not-positive': {
    en: '{argument} is {was}; it must be a whole number, 1 or more.',
    ja: '{argument}が{was}になっています。1以上の整数にしてください。',
  },
  'not-a-count': {
    en: '{argument} is {was}; it must be a whole number, 0 or more.',
    ja: '{argument}が{was}になっています。0以上の整数にしてください。',
  },
  'wrong-rank': {
    en: '{argument} has {was} axes; it must have {must}.',
    ja: '{argument}の軸は{was}本ですが、{must}本でなければなりません。',
  },
  'too-few-axes': {
    en: '{argument} has {was} axes; it must have at least {must}.',
    ja: '{argument}の軸は{was}本ですが、少なくとも{must}本必要です。',
  },
  'one-value-a-channel': {
    en: '{argument} has the shape [{was}]: in training every channel needs more than one value. A single value is its own mean, its variance is 0, and nothing would be left of it.',
    ja: '{argument}の形は [{was}] です。学習時には、チャネルごとに2つ以上の値が必要です。値が1つだけだと平均はその値自身、分散は0になり、何も残りません。',
  },
  'wrong-shape': {
    en: '{argument} has the shape [{was}]; it must be [{must}].',
    ja: '{argument}の形は [{was}] ですが、[{must}] でなければなりません。',
  },
  'kernel-too-large': {
    en: '{argument} spans {was} cells, more than the padded input, which has {most}.',
    ja: '{argument}が{was}に広がっていて、パディング後の入力{most}に収まりません。',
  },
  'groups-do-not-divide': {
    en: '{argument} is {was}, which does not divide {channels} channels.',
    ja: '{argument}は{was}ですが、チャネル数{channels}を割り切れません。',
  },
  'channels-do-not-match': {
    en: '{argument} expects {was} input channels per group; the input has {must}.',
    ja: '{argument}は1グループにつき{was}入力チャネルを想定していますが、入力は{must}です。',
  },
  'reflect-too-far': {
    en: '{argument} is {was}; reflection needs it smaller than the input, at most {most}.',
    ja: '{argument}が{was}です。反射パディングでは入力より小さく、最大でも{most}にしてください。',
  },
  'padding-too-wide': {
    en: '{argument} is {was}; a window that holds no cell of the input has no result, so at most {most}.',
    ja: '{argument}が{was}です。入力の升目を一つも含まない窓ができてしまいます。最大{most}にしてください。',
  },
  'unknown-name': {
    en: '{argument} is “{was}”, which is not one of: {known}.',
    ja: '{argument}の「{was}」は使えません。次から選んでください：{known}。',
  },
} as const;

export type TensorErrorCode = keyof typeof messages;
export type TensorErrorValues = Readonly<Record<string, string | number>>;

/** A TensorError as plain data, which survives the way between threads. */
export type TensorErrorData = {
  readonly code: TensorErrorCode;
  readonly argument: string;
  readonly values: TensorErrorValues;
};

/** An argument that a tensor operation cannot work with: which one, what it was, what it must be. */
export class TensorError extends Error {
  readonly code: TensorErrorCode;
  readonly argument: string;
  readonly values: TensorErrorValues;

  constructor(code: TensorErrorCode, argument: string, values: TensorErrorValues) {
    super(tensorErrorMessage({ code, argument, values }, 'en', argument));
    this.name = 'TensorError';
    this.code = code;
    this.argument = argument;
    this.values = values;
  }
}

/** The sentence for a reader; `label` is what the reader calls the argument. */
export function tensorErrorMessage(
  { code, values }: TensorErrorData,
  locale: 'en' | 'ja',
  label: string,
): string {
  return messages[code][locale].replace(/\{(\w+)\}/g, (_, key: string) =>
    key === 'argument' ? label : String(values[key]),
  );
}
