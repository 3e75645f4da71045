export const locales = ['en', 'ja'] as const;

export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語' };

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'ja' : 'en';
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
