import type { Plugin } from 'vite';

/**
 * Gives TensorFlow.js's platform for Node its require() in the development server, which runs
 * modules as they are. The build's bundler does this by itself.
 */
export function nodeRequire(): Plugin {
  return {
    name: 'node-require',
    apply: 'serve',
    applyToEnvironment: ({ config }) => config.consumer === 'server',
    transform: {
      filter: { id: /\/tfjs-core\/dist\/platforms\/platform_node\.js/ },
      handler: (code) => ({ code: REQUIRE + code, map: null }),
    },
  };
}

const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); `;
