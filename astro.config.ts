import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { embedScript } from './src/build/embed-script.ts';
import { katexStyles } from './src/build/katex-styles.ts';
import { licences } from './src/build/licences.ts';
import { nodeRequire } from './src/build/node-require.ts';
import { pageWords } from './src/build/page-words.ts';
import { preloadIslands } from './src/build/preload-islands.ts';
import { subsetFonts } from './src/build/subset-fonts.ts';
import { rehypeHeadingBreaks } from './src/markdown/heading-breaks.ts';
import { remarkHeadingIds } from './src/markdown/heading-ids.ts';
import { katexOptions } from './src/markdown/katex-options.ts';
import { rehypeKeptTogether } from './src/markdown/kept-together.ts';

// TensorFlow.js is bundled, so that core, backends and gradients are one instance.
const bundled = { resolve: { noExternal: [/@tensorflow\//] } };

// Licences of what is bundled stand in a file of their own, not once for every module.
const { ofPages, ofWorker } = licences();
const withoutLicences = { legal: false };

export default defineConfig({
  site: process.env.SEIKIKA_SITE ?? 'http://localhost:4321',
  base: process.env.SEIKIKA_BASE ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Frames without an origin of their own, as sandboxes are, load modules as strangers do.
  server: { headers: { 'Access-Control-Allow-Origin': '*' } },
  i18n: {
    locales: ['en', 'ja'],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [
    mdx(),
    preact(),
    preloadIslands(),
    subsetFonts(),
    katexStyles(),
    embedScript(),
    sitemap({
      i18n: { defaultLocale: 'en', locales: { en: 'en', ja: 'ja' } },
      filter: (page) => !/\/(embed|404)\/|\/_/.test(page),
    }),
  ],
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkHeadingIds],
      rehypePlugins: [[rehypeKatex, katexOptions], rehypeHeadingBreaks, rehypeKeptTogether],
    }),
  },
  vite: {
    plugins: [nodeRequire(), pageWords(), ofPages],
    environments: {
      // The development server's search for what to bundle does not come from pages to figures.
      client: {
        optimizeDeps: { entries: ['components/widgets/*/island.tsx', 'src/engine/worker.ts'] },
        // What nearly every figure needs is one file: many small ones compress worse.
        build: {
          rolldownOptions: {
            output: {
              comments: withoutLicences,
              codeSplitting: {
                groups: [
                  // A page without figures must not run their code, only because it loads something late.
                  { name: 'preload', test: /preload-helper/, priority: 2 },
                  { name: 'three', test: /node_modules\/three\//, priority: 1 },
                  { name: 'figures', minShareCount: 14 },
                ],
              },
            },
          },
        },
      },
      ssr: bundled,
      prerender: bundled,
    },
    worker: {
      format: 'es',
      plugins: () => [ofWorker],
      rolldownOptions: { output: { comments: withoutLicences } },
    },
    // A font in the stylesheet is loaded by pages that have no use for it.
    build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  },
});
