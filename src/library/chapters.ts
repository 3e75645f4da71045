import { getCollection, type CollectionEntry } from 'astro:content';
import type { Locale } from '#i18n/locales.ts';
import { curriculum, slugOf, type PlannedChapter } from './curriculum.ts';

export type Chapter = {
  readonly folder: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly entry: CollectionEntry<'chapters'>;
  readonly planned: PlannedChapter;
  /** Title of the part it belongs to. */
  readonly part: string;
};

/** The written chapters of one language in the order of the course. */
export async function chaptersIn(locale: Locale): Promise<readonly Chapter[]> {
  const entries = await getCollection('chapters', ({ id }) => id.endsWith(`/${locale}`));
  const planned = curriculum.flatMap((part) =>
    part.chapters.map((chapter) => ({ chapter, part: part.title[locale] })),
  );
  return planned.flatMap(({ chapter, part }) => {
    const entry = entries.find(({ id }) => id === `${chapter.folder}/${locale}`);
    const { folder } = chapter;
    return entry ? [{ folder, slug: slugOf(folder), locale, entry, planned: chapter, part }] : [];
  });
}

/** Ids of a chapter's citations in the order in which the text first makes them. */
export function citationsOf(body: string): readonly string[] {
  const ids = Array.from(body.matchAll(/<Cite\s+id="([^"]+)"/g), (match) => match[1]);
  return [...new Set(ids)];
}
