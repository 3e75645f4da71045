import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';

const bilingual = z.object({ en: z.string(), ja: z.string() });

const chapterSchema = z.object({
  folder: z.string().regex(/^\d{3}-[a-z-]+$/),
  title: bilingual,
  question: bilingual,
});

const partSchema = z.object({ title: bilingual, chapters: z.array(chapterSchema).min(1) });

export type Part = z.infer<typeof partSchema>;
export type PlannedChapter = z.infer<typeof chapterSchema>;

/** The whole course in order, written or not. */
export const curriculum: readonly Part[] = z
  .array(partSchema)
  .parse(parse(readFileSync('content/curriculum.yaml', 'utf8')));

/** `filtering` for `010-filtering`. */
export function slugOf(folder: string): string {
  return folder.replace(/^\d+-/, '');
}

/** Place of a chapter in the whole course, from 1. */
export function numberOf(folder: string): number {
  const folders = curriculum.flatMap(({ chapters }) => chapters.map((chapter) => chapter.folder));
  return folders.indexOf(folder) + 1;
}
