import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  chapters: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*/{en,ja}.mdx' }),
    schema: z.object({ title: z.string(), summary: z.string() }),
  }),
  /** What a chapter is in every language. */
  chapterFacts: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*/chapter.yaml' }),
    schema: z.object({
      part: z.number().int().positive(),
      widgets: z.array(z.string()),
      /** Slugs of chapters that a reader should have read. */
      prerequisites: z.array(z.string()),
      /** Rows of the fact sheet that the chapter covers. */
      sources: z.array(z.string()),
    }),
  }),
};
