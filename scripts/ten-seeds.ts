// `npm run ten-seeds -- [experiments] [variance]`: figures with ten seeds, on the CPU backend. Writes the
// tables in docs/ that the chapters speak of.
import { writeFileSync } from 'node:fs';
import { loadSource, root } from './load-source.ts';
import { experiments } from './ten-seeds/experiments.ts';
import { runsOf } from './ten-seeds/run.ts';
import { variance } from './ten-seeds/variance.ts';

const tables = {
  experiments: { file: 'docs/ten-seeds.md', write: experiments },
  variance: { file: 'docs/measured-variance.md', write: variance },
};

type Name = keyof typeof tables;

const isName = (name: string): name is Name => Object.hasOwn(tables, name);

const given = process.argv.slice(2);
const unknown = given.filter((name) => !isName(name));
if (unknown.length > 0) throw new Error(`There is no table ${unknown.join(', ')}`);

const { load, close } = await loadSource();
try {
  const run = await runsOf(load);
  for (const name of given.length > 0 ? given.filter(isName) : (Object.keys(tables) as Name[])) {
    const { file, write } = tables[name];
    writeFileSync(root + file, await write(run, load));
  }
} finally {
  await close();
}
