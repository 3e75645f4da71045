import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Compute } from '#engine/messages.ts';
import { locales } from '#i18n/locales.ts';
import { buildFigure } from '#kit/build-figure.ts';
import type { AnyWidget } from '#kit/define-widget.ts';
import { createIsland } from '#kit/island.tsx';
import type { ParamsOf, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';

const computes = import.meta.glob<{ default: Compute<ParamsOf<Schema>> }>(
  '../components/widgets/*/compute.ts',
  { eager: true },
);

describe.each([...widgets.values()])('$id is drawn as a page is built', (widget) => {
  const { default: compute } = computes[`../components/widgets/${widget.id}/compute.ts`];

  describe.each(locales)('in %s', (locale) => {
    it.each(Object.keys(widget.examples))(
      '“%s”, with every word and number there',
      async (example) => {
        const { strict, missing } = withStrictWords(widget);
        const request = { locale, figure: 'figure', example, short: true };
        const html = renderToString(
          h(createIsland(strict), await buildFigure(strict, compute, request)),
        );
        expect(missing).toEqual([]);
        expect(html).toContain(`lang="${locale}"`);
        const text = html.replaceAll(/<[^>]*>/g, ' ');
        expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
        expect(html).not.toMatch(/="[^"]*(undefined|NaN|\[object|\{\w+\})[^"]*"/);
        expect(text.match(/\d/g)?.length).toBeGreaterThan(3);
      },
    );
  });
});

/** The widget, with a list of the words that it asks for and does not have. */
function withStrictWords(widget: AnyWidget) {
  const missing: string[] = [];
  const watched = (words: Readonly<Record<string, string>>) =>
    new Proxy(words, {
      get(target, key) {
        if (!Object.hasOwn(target, key)) missing.push(String(key));
        return target[String(key)] ?? '';
      },
    });
  const { en, ja } = widget.strings;
  return { missing, strict: { ...widget, strings: { en: watched(en), ja: watched(ja) } } };
}
