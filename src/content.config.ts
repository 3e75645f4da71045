import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  chapters: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*/{en,ja}.mdx' }),
    schema: z.object({ title: z.string(), summary: z.string() }),
  }),
};
