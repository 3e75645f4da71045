import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrays } from '#engine/messages.ts';
import { fromStored, outputOf, type Snippet, type StoredArrays } from '../../scripts/references.ts';

/**
 * Runs snippets, each a module, in one Node process with TensorFlow.js on its CPU backend.
 * @throws Error with Node's own words if a snippet fails
 */
export async function runTensorFlow(snippets: readonly Snippet[]): Promise<readonly Arrays[]> {
  const folder = mkdtempSync(join(tmpdir(), 'exported-code-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  try {
    write('tfjs.mjs', tfjs);
    write('run.mjs', runner);
    snippets.forEach(({ code, names }, index) => {
      const values = names.map((name) => `${name}: typeof ${name} === 'object' && ${name}`);
      write(`${index}.mjs`, `${code}\nexport default { ${values.join(', ')} };`);
    });
    const options = ['run.mjs', import.meta.url, String(snippets.length)];
    await outputOf(process.execPath, options, { cwd: folder });
    const answers = JSON.parse(
      readFileSync(join(folder, 'answers.json'), 'utf8'),
    ) as StoredArrays[];
    return answers.map(fromStored);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `@tensorflow/tfjs` consists of, as far as this project has it. */
const tfjs = `
export * from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-backend-cpu';
`;

/** Node finds packages from the project's folder, their module builds, and files without an extension. */
const runner = `
import { writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';

const [, , project, count] = process.argv;
const builds = {
  '@tensorflow/tfjs': new URL('tfjs.mjs', import.meta.url).href,
  '@tensorflow/tfjs-core': '@tensorflow/tfjs-core/dist/index.js',
  '@tensorflow/tfjs-backend-cpu': '@tensorflow/tfjs-backend-cpu/dist/index.js',
};
registerHooks({
  resolve(specifier, { parentURL, ...context }, next) {
    const from = { ...context, parentURL: specifier.startsWith('@') ? project : parentURL };
    try {
      return next(builds[specifier] ?? specifier, from);
    } catch {
      return next(specifier + '.js', from);
    }
  },
});
globalThis.require = createRequire(project);

const plain = (value) => ({ shape: value.shape, data: Array.from(value.dataSync()) });
const answers = [];
for (let index = 0; index < Number(count); index++) {
  const { default: values } = await import('./' + index + '.mjs');
  const there = Object.entries(values).filter(([, value]) => value);
  answers.push(Object.fromEntries(there.map(([name, value]) => [name, plain(value)])));
}
writeFileSync('answers.json', JSON.stringify(answers));
`;
