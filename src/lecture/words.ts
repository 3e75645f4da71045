import { lectureStrings, type LectureKey } from '#i18n/lecture-strings.ts';
import { isLocale, type Locale } from '#i18n/locales.ts';
import { translator, type Translate } from '#i18n/translate.ts';

/** The language of the page. */
export function locale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : 'en';
}

/** Words of the lecture view in the language of the page. */
export const say: Translate<LectureKey> = (key, values) =>
  translator(lectureStrings, locale())(key, values);
