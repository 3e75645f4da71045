import type { Locale } from './locales.ts';

/** Every word of one component: the same keys and the same {placeholders} in each language. */
export type Strings<K extends string = string> = Readonly<
  Record<Locale, Readonly<Record<K, string>>>
>;

export type Values = Readonly<Record<string, string | number>>;

/** Gives the words of one language, with values put in. */
export type Translate<K extends string = string> = (key: K, values?: Values) => string;

export function translator<K extends string>(strings: Strings<K>, locale: Locale): Translate<K> {
  const words = strings[locale];
  return (key, values) => (values ? fill(words[key], values) : words[key]);
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
