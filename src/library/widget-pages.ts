import { locales, type Locale } from '#i18n/locales.ts';
import type { AnyWidget } from '#kit/define-widget.ts';
import { widgets } from '#kit/registry.ts';

export type WidgetPage = {
  readonly params: { readonly locale: Locale; readonly widget: string };
  readonly props: { readonly locale: Locale; readonly widget: AnyWidget };
};

/** One page for every widget and language. */
export function widgetPages(): readonly WidgetPage[] {
  return locales.flatMap((locale) =>
    [...widgets.values()].map((widget) => ({
      params: { locale, widget: widget.id },
      props: { locale, widget },
    })),
  );
}
