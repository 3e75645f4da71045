import { isLocale, type Locale } from '#i18n/locales.ts';

/** The language of the page that a component stands on. */
export function localeOf(astro: { readonly params: Record<string, string | undefined> }): Locale {
  const { locale } = astro.params;
  if (!isLocale(locale)) throw new Error('Prose components belong on pages of one language');
  return locale;
}
