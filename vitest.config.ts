import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './scripts/chromium.ts';

// TensorFlow.js is bundled everywhere, so that core, backends and gradients are one instance.
const tensorflow = [/@tensorflow\//];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/conformance.ts'],
    // Of two cores it would leave one to itself.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          server: { deps: { inline: tensorflow } },
          name: 'node',
          testTimeout: 60_000,
          include: ['{src,components,tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          setupFiles: ['tests/support/setup-cpu.ts'],
        },
      },
      {
        test: {
          name: 'webgl',
          include: ['src/{tensor,lab}/**/*.test.ts'],
          setupFiles: ['tests/support/setup-webgl.ts'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
