// The whole of `npm test`: one Chromium, every check, and at the end how many passed and failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const folder = mkdtempSync(join(tmpdir(), 'seikika-test-'));

/** Runs a command with its output in view. */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  console.info(`\n> ${command} ${args.join(' ')}`);
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

/** A command that passes or fails as one. */
async function step(command: string, ...args: string[]): Promise<Count> {
  const passed = await run(command, args);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

async function inTurn(...steps: readonly (() => Promise<Count>)[]): Promise<readonly Count[]> {
  const counts = [];
  for (const start of steps) counts.push(await start());
  return counts;
}

async function unitTests(): Promise<Count> {
  const report = join(folder, 'unit.json');
  const passed = await run('vitest', [
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

async function browserTests(): Promise<Count> {
  const report = join(folder, 'browser.json');
  const passed = await run('playwright', ['test', '--reporter=list,json'], {
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
// None of these uses more than one core.
const [formal, built] = await Promise.all([
  inTurn(
    () => step('prettier', '--check', '--log-level=warn', '.'),
    () => step('eslint', '.'),
  ),
  inTurn(
    () => step('astro', 'build', '--silent'),
    () => step('astro', 'check', '--minimumFailingSeverity', 'warning'),
  ),
]);
const counts = [...formal, ...built, await unitTests(), await browserTests()];
rmSync(folder, { recursive: true });

const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
const minutes = ((Date.now() - start) / 60_000).toFixed(1);
console.info(`\n${minutes} minutes; ${total('skipped')} skipped`);
console.info(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
