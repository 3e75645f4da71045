import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'astro/zod';

const termSchema = z.object({
  /** Preferred form first. */
  ja: z.array(z.string()).min(1),
  /** Reading of the preferred form. */
  yomi: z.string(),
  en: z.string(),
  meaning: z.object({ ja: z.string(), en: z.string() }),
});

export type Term = z.infer<typeof termSchema>;

const terms = z
  .record(z.string(), termSchema)
  .parse(parse(readFileSync('content/glossary.yaml', 'utf8')));

/** @throws Error if the glossary has no such term */
export function termOf(id: string): Term {
  if (!Object.hasOwn(terms, id)) throw new Error(`content/glossary.yaml has no term “${id}”`);
  return terms[id];
}
