import type { APIRoute } from 'astro';
import { pathTo } from '#kit/addresses.ts';
import { oEmbedOf } from '#src/library/oembed.ts';
import { widgetPages, type WidgetPage } from '#src/library/widget-pages.ts';

export const getStaticPaths = widgetPages;

/** What a site that embeds links by oEmbed is told of a widget: https://oembed.com, section 2.3.4. */
export const GET: APIRoute<WidgetPage['props']> = ({ props: { locale, widget }, site }) =>
  Response.json(oEmbedOf(widget, locale, new URL(pathTo(), site).href));
