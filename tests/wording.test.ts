import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { activationWords } from '#i18n/activation-words.ts';
import { copyStrings } from '#i18n/copy-strings.ts';
import { kitStrings } from '#i18n/kit-strings.ts';
import { locales, type Locale } from '#i18n/locales.ts';
import { siteStrings } from '#i18n/site-strings.ts';
import { widgets } from '#kit/registry.ts';
import { curriculum } from '#src/library/curriculum.ts';
import type { Term } from '#src/library/glossary.ts';
import { CHAPTERS, readChapter } from './support/chapter.ts';
import { faultsOf, proseRules, wordRules, type WordRules } from './support/wording.ts';

type Texts = Readonly<Record<Locale, readonly string[]>>;

const glossary = Object.values(
  parse(readFileSync('content/glossary.yaml', 'utf8')) as Record<string, Term>,
);
const map = curriculum.flatMap(({ title, chapters }) => [
  title,
  ...chapters.flatMap((chapter) => [chapter.title, chapter.question]),
]);

const inEach = (textsIn: (locale: Locale) => readonly string[]): Texts => ({
  en: textsIn('en'),
  ja: textsIn('ja'),
});

const sources: Readonly<Record<string, Texts>> = {
  'the pages': inEach((locale) => Object.values(siteStrings[locale])),
  'the frame of a figure': inEach((locale) => Object.values(kitStrings[locale])),
  'what takes a figure elsewhere': inEach((locale) => Object.values(copyStrings[locale])),
  'the activations': inEach((locale) => Object.values(activationWords[locale])),
  'the map of the course': inEach((locale) => map.map((words) => words[locale])),
  // Variants of a Japanese term are listed as what one meets elsewhere.
  'the glossary': {
    en: glossary.flatMap(({ en, meaning }) => [en, meaning.en]),
    ja: glossary.flatMap(({ ja, meaning }) => [ja[0], meaning.ja]),
  },
  ...Object.fromEntries(
    [...widgets.values()].map(({ id, strings }) => [
      `the widget ${id}`,
      inEach((locale) => Object.values(strings[locale])),
    ]),
  ),
};

describe.each(Object.entries(sources))('%s', (_, texts) => {
  it.each(locales)('keeps to the wording of the course in %s', (locale) => {
    expect(texts[locale].length).toBeGreaterThan(0);
    expect(faultsOf(wordRules[locale], texts[locale])).toEqual([]);
  });
});

describe.each(readdirSync(CHAPTERS))('chapter %s', (folder) => {
  it.each(locales)('keeps to the wording of the course in %s', (locale) => {
    const { summary, paragraphs, tags, words } = readChapter(folder, locale);
    const questions = tags.flatMap((tag) => tag.words.question ?? []);
    expect(faultsOf(wordRules[locale], words)).toEqual([]);
    expect(faultsOf(proseRules[locale], [summary, ...paragraphs, ...questions])).toEqual([]);
  });
});

const rules: Readonly<Record<Locale, WordRules>> = {
  en: { ...wordRules.en, ...proseRules.en },
  ja: { ...wordRules.ja, ...proseRules.ja },
};

/** Texts that break a rule, by its name. */
const broken: Readonly<Record<string, readonly string[]>> = {
  'neighbour, colour, centre, grey': ['its neighbors', 'Colorful', 'centered', 'a gray map'],
  'normalize, initialization': ['Normalisation', 'unnormalised', 'initialise', 'regularisers'],
  'チャネル, not チャンネル': ['チャンネルごとに'],
  'フィルター, カーネル': ['フィルタは', '1つのフィルタ', 'カーネルー'],
  '、 and 。, no other comma or full stop': ['平均，分散', '平均．', '平均, 分散', 'です.'],
  'no space between Japanese and Latin letters or digits': ['平均 0', 'GPU の上', '値 {was}'],
  'です・ます': [
    ...['これは平均である。', '平均だ。', '値が大きくなる。', 'なるだろう。', '平均ではない。'],
    ...['始まった。次に', '画像を示す。', '（画像を読む。）', 'それでよい。'],
  ],
};

/** Texts that come close to breaking rules. */
const harmless: Texts = {
  en: [
    ...['colour, neighbourhood, behaviour and grey', 'the centre is centred', 'central'],
    ...['normalization, precise noise, emphasis, analysis, otherwise', 'depthwise, advised'],
  ],
  ja: [
    ...['フィルターをフィルタリングします。', 'チャネルとカーネル。', '1,000と3.5です。'],
    ...[
      'GPUで動くReLUです。',
      'これは平均です。そうでしょうか。見てください。',
      '角、縁、明暗の境。',
    ],
    ...['ありません。しました。でした。見ましょう。', '4ステップ目。', '大きく見える画像です。'],
  ],
};

describe('the rules of wording', () => {
  const all = locales.flatMap((locale) =>
    Object.entries(rules[locale]).map(([rule, pattern]) => ({ locale, rule, pattern })),
  );

  it.each(all)('see what breaks: $rule', ({ rule, pattern }) => {
    expect(broken[rule]?.length).toBeGreaterThan(0);
    expect(broken[rule].filter((text) => !pattern.test(text))).toEqual([]);
  });

  it.each(all)('see no harm in what keeps: $rule', ({ locale, pattern }) => {
    expect(harmless[locale].filter((text) => pattern.test(text))).toEqual([]);
  });
});
