import { siteStrings } from '#i18n/site-strings.ts';
import type { Locale } from '#i18n/locales.ts';
import type { AnyWidget } from '#kit/define-widget.ts';
import { frame } from '#kit/frame/snippets.ts';

/** Pixels of a page's text with its margins, and of most figures at that width. */
const SIZE = { width: 960, height: 600 };

/** The picture of the widgets' pages: see og-picture.ts. */
const PICTURE = { thumbnail_width: 1200, thumbnail_height: 630 };

/** @param site full address of the site, with a slash at its end */
export function oEmbedOf({ id, version, strings }: AnyWidget, locale: Locale, site: string) {
  const { title } = strings[locale];
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: siteStrings[locale].name,
    provider_url: site,
    thumbnail_url: `${site}og/home-${locale}.png`,
    ...PICTURE,
    ...SIZE,
    html: frame({
      site,
      widget: id,
      locale,
      title,
      query: `v=${version}`,
      ui: 'full',
      controls: [],
      size: SIZE,
    }),
  };
}
