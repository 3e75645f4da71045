import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of a Chromium on this machine: one named by CHROMIUM_PATH, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path));
}

/**
 * Finds a Chromium, or else installs one: Playwright's download, or the package of a Debian machine.
 * @throws Error if there is none and none can be installed
 */
export function ensureChromium(): string {
  const installers: readonly (readonly [string, ...string[]])[] = [
    ['playwright', 'install', 'chromium'],
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ];
  for (const [command, ...args] of installers) {
    const found = findChromium();
    if (found) return found;
    console.info(`No Chromium yet: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const found = findChromium();
  if (found) return found;
  throw new Error('No Chromium here. Install one, or name it in CHROMIUM_PATH.');
}

/**
 * Draws WebGL in software, so that tests see the same numbers on every machine. To measure a real GPU, ANGLE
 * names the way to it: `vulkan`, `gl`, `metal` or `d3d11`.
 */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] } {
  return {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      `--use-angle=${process.env.ANGLE ?? 'swiftshader'}`,
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
