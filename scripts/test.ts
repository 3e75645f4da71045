// The whole of `npm test`: one Chromium, every check, and at the end how many passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const folder = mkdtempSync(join(tmpdir(), 'seikika-test-'));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.info(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A command that passes or fails as one. */
function step(command: string, ...args: string[]): Count {
  const passed = run(command, args);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function unitTests(): Count {
  const report = join(folder, 'unit.json');
  const passed = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const counts = readJson<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  }>(report);
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = counts;
  // A file that cannot be loaded fails the run without a failed test.
  const failed = numFailedTests || Number(!passed);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function browserTests(): Count {
  const report = join(folder, 'browser.json');
  const passed = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const counts = readJson<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(report);
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = counts.stats;
  return { passed: expected, failed: unexpected + flaky || Number(!passed), skipped };
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

const start = Date.now();
ensureChromium();
const counts = [
  step('prettier', '--check', '--log-level=warn', '.'),
  step('eslint', '.'),
  step('astro', 'check', '--minimumFailingSeverity', 'warning'),
  unitTests(),
  step('astro', 'build', '--silent'),
  browserTests(),
];
rmSync(folder, { recursive: true });

const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
const minutes = ((Date.now() - start) / 60_000).toFixed(1);
console.info(`\n${minutes} minutes; ${total('skipped')} skipped`);
console.info(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
