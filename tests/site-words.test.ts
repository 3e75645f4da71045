import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { activationWords } from '#i18n/activation-words.ts';
import { copyStrings } from '#i18n/copy-strings.ts';
import { filmStrings } from '#i18n/film-strings.ts';
import { kitStrings } from '#i18n/kit-strings.ts';
import { lectureStrings } from '#i18n/lecture-strings.ts';
import { locales, type Locale } from '#i18n/locales.ts';
import { siteStrings } from '#i18n/site-strings.ts';
import { activationNames } from '#nd/activation-names.ts';

type Words = Readonly<Record<string, string>>;

/** Words by where they live, and the sources that may say them. */
const lists: readonly (readonly [name: string, strings: Record<Locale, Words>, says: string])[] = [
  ['of the pages', siteStrings, '{src/{layouts,library,pages},components/prose}/**/*.{ts,astro}'],
  ['of films', filmStrings, 'src/widget-kit/{export,frame}/*.{ts,tsx}'],
  ['of the kit', kitStrings, '{src/widget-kit,components/{charts,controls,scenes}}/**/*.{ts,tsx}'],
  ['of what takes a figure elsewhere', copyStrings, 'src/widget-kit/frame/copy-*.tsx'],
  ['of the lecture view', lectureStrings, 'src/lecture/**/*.{ts,tsx}'],
];

describe.each(lists)('the words %s', (_, { en, ja }, says) => {
  it('are the same in both languages, placeholders included', () => {
    expect(Object.keys(ja)).toEqual(Object.keys(en));
    for (const [key, word] of Object.entries(en)) {
      expect(placeholders(ja[key]), key).toEqual(placeholders(word));
    }
  });

  it('are there and translated', () => {
    for (const words of [en, ja]) {
      expect(Object.keys(words).filter((key) => words[key].trim() === '')).toEqual([]);
    }
    expect(
      Object.keys(en).filter((key) => /[a-z]{3}/.test(en[key]) && en[key] === ja[key]),
    ).toEqual([]);
  });

  it('are all said somewhere', () => {
    const sources = globSync(says)
      .filter((path) => !path.includes('.test.'))
      .map((path) => readFileSync(path, 'utf8'));
    expect(Object.keys(en).filter((key) => !sources.some((text) => names(text, key)))).toEqual([]);
  });
});

it('every activation has a word, and no other word is among them', () => {
  const keys = activationNames.map((name) => `activation.${name}`);
  for (const locale of locales) expect(Object.keys(activationWords[locale])).toEqual(keys);
});

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** Whether a source names a key: as it is, or by a template that may give it. */
function names(source: string, key: string): boolean {
  if (source.includes(`'${key}'`) || source.includes(`name="${key}"`)) return true;
  const templates = Array.from(source.matchAll(/`([\w.]+\.\$\{[^`]*)`/g), ([, text]) => text);
  return templates.some((text) => posix.matchesGlob(key, text.replaceAll(/\$\{[^}]*\}/g, '*')));
}
