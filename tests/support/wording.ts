import type { Locale } from '#i18n/locales.ts';

/** How the course writes: each rule matches what breaks it. */
export type WordRules = Readonly<Record<string, RegExp>>;

const japanese = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々、。（）「」]`;

const verbs = [
  ...['character', 'discret', 'emphas', 'equal', 'factor', 'gaussian', 'general', 'initial'],
  ...['local', 'maxim', 'memor', 'minim', 'normal', 'optim', 'organ', 'parallel', 'parametr'],
  ...['penal', 'quant', 'random', 'real', 'recogn', 'regular', 'special', 'stabil', 'standard'],
  ...['styl', 'summar', 'symbol', 'util', 'vector', 'visual'],
].join('|');

/** Rules for every word that a reader sees. */
export const wordRules: Readonly<Record<Locale, WordRules>> = {
  en: {
    'neighbour, colour, centre, grey':
      /\b(neighbo|colo|behavio|favo|flavo)r|\b(re)?center(s|ed|ing)?\b|\bgray/i,
    'normalize, initialization': new RegExp(`(${verbs})is(e[drs]*|ing|ations?)\\b`, 'i'),
  },
  ja: {
    'チャネル, not チャンネル': /チャンネル/,
    'フィルター, カーネル': /フィルタ(?!ー|リング)|カーネルー/,
    '、 and 。, no other comma or full stop': new RegExp(`[，．]|${japanese}[,.]`, 'u'),
    'no space between Japanese and Latin letters or digits': new RegExp(
      `${japanese} +[A-Za-z0-9{]|[A-Za-z0-9}] +${japanese}`,
      'u',
    ),
  },
};

/** Rules for running text: Japanese is in です・ます調. */
export const proseRules: Readonly<Record<Locale, WordRules>> = {
  en: {},
  ja: {
    'です・ます': /(だ|だろう|る|(?<!で|ま)す|[いなよ]い|(?<!でし|まし)た|む|ぶ)[」）]?[。？！]/u,
  },
};

/** Texts that break rules, each with the rule's name. */
export function faultsOf(rules: WordRules, texts: readonly string[]): string[] {
  return Object.entries(rules).flatMap(([rule, pattern]) =>
    texts.filter((text) => pattern.test(text)).map((text) => `${rule}: ${text}`),
  );
}
