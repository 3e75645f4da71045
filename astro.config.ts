import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

// TensorFlow.js is bundled, so that core, backends and gradients are one instance.
const tensorflow = [/@tensorflow\//];

export default defineConfig({
  site: process.env.SEIKIKA_SITE ?? 'http://localhost:4321',
  base: process.env.SEIKIKA_BASE ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    preact(),
    sitemap({ i18n: { defaultLocale: 'en', locales: { en: 'en', ja: 'ja' } } }),
  ],
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [[rehypeKatex, { output: 'htmlAndMathml' }]] }),
  },
  vite: {
    environments: {
      ssr: { resolve: { noExternal: tensorflow } },
      prerender: { resolve: { noExternal: tensorflow } },
    },
    worker: { format: 'es' },
  },
});
