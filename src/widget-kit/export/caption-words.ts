import type { Locale } from '#i18n/locales.ts';
import { embedPath } from '../addresses.ts';
import type { AnyWidget } from '../define-widget.ts';
import { FilmError } from './film-error.ts';

/** What stands under a picture of a figure. */
export type CaptionWords = {
  readonly locale: Locale;
  readonly title: string;
  readonly blurb: string;
};

/**
 * A figure's caption in a language. A page carries its own words only: those of the other language are
 * fetched from the page that has them.
 * @throws FilmError “words” if they cannot be had
 */
export async function wordsOf(
  widget: Pick<AnyWidget, 'id' | 'strings'>,
  locale: Locale,
  own: Locale,
): Promise<CaptionWords> {
  if (locale === own) return { locale, ...titleAndBlurb(widget.strings[locale]) };
  try {
    const answer = await fetch(embedPath(locale, widget.id));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const text = page.getElementById(`words-${widget.id}`)?.textContent ?? '';
    return { locale, ...titleAndBlurb(JSON.parse(text) as Record<string, string>) };
  } catch {
    throw new FilmError('words');
  }
}

const titleAndBlurb = ({ title, blurb }: Readonly<Record<string, string>>) => ({ title, blurb });
