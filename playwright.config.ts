import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './scripts/chromium.ts';

const { executablePath, args } = chromiumLaunchOptions();
const port = Number(process.env.PORT ?? 4399);

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: join(tmpdir(), `seikika-browser-tests-${port}`),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  use: {
    baseURL: `http://localhost:${port}`,
    // Where WebGL is software, pages are put together in half the time without it.
    launchOptions: { executablePath, args: [...args, '--disable-gpu-compositing'] },
    viewport: { width: 1280, height: 900 },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${port}`,
    port,
    reuseExistingServer: true,
    stdout: 'ignore',
  },
});
