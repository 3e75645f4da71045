import type { Locale } from '#i18n/locales.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Path of a page of this site, whatever folder the site lives in. */
export function pathTo(...parts: readonly string[]): string {
  return `${base}/${parts.map((part) => `${part}/`).join('')}`;
}

export const chapterPath = (locale: Locale, slug: string): string => pathTo(locale, slug);
export const widgetPath = (locale: Locale, widget: string): string =>
  pathTo(locale, 'widgets', widget);
export const embedPath = (locale: Locale, widget: string): string =>
  pathTo(locale, 'embed', widget);

/** Where oEmbed finds what it tells of a widget. */
export const oEmbedPath = (locale: Locale, widget: string): string =>
  `${base}/oembed/${locale}/${widget}.json`;

/** Full address of the site, with a slash at its end. */
export const siteAddress = (): string => new URL(`${base}/`, location.origin).href;

/** Full address of a widget's page or embed page with a state. */
export function addressOf(path: string, query: string): string {
  return new URL(`${path}?${query}`, location.origin).href;
}
