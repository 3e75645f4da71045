import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('../embed-element/index.ts', import.meta.url));

/** Makes `embed.js`, which other people's pages load: one file with a fixed name and no imports. */
export function embedScript(): AstroIntegration {
  return {
    name: 'embed-script',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/embed.js', (_, response, next) => {
          bundle().then((code) => {
            response.setHeader('content-type', 'text/javascript').end(code);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('embed.js', dir), await bundle());
      },
    },
  };
}

async function bundle(): Promise<string> {
  const [made] = [
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: ENTRY, name: 'seikika', formats: ['iife'] },
      },
    }),
  ].flat();
  if (!('output' in made)) throw new Error('embed.js was not built');
  return made.output[0].code;
}
