import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { normal, seededRandom } from '#nd/random.ts';
import { pythonWith } from '../../scripts/references.ts';
import { randomArraysInPython, randomInJavaScript, randomInPython } from './code-random.ts';

const SEEDS = [0, 1, 2015, 4294967295];
const COUNT = 50;

const ours = SEEDS.map((seed) => {
  const random = seededRandom(seed);
  return Array.from({ length: COUNT }, (_, index) => (index % 2 ? normal(random) : random()));
});

it('draws the same numbers in exported Python', () => {
  const program = `import json, math
${randomInPython}
drawn = []
for seed in ${JSON.stringify(SEEDS)}:
    random = generator(seed)
    drawn.append([normal(random) if index % 2 else random() for index in range(${COUNT})])
print(json.dumps(drawn))`;
  const drawn = JSON.parse(execFileSync('python3', ['-c', program], { encoding: 'utf8' }));
  expect(drawn).toEqual(ours.map((row) => row.map((value) => expect.closeTo(value, 12))));
});

it.for([
  ['torch', 'import torch'],
  ['np', 'import numpy as np'],
] as const)(
  'draws the same numbers as arrays of %s',
  { timeout: 60_000 },
  ([library, imported], { skip }) => {
    const module = imported.split(' ')[1];
    const python = pythonWith(module);
    if (!python) return skip(`no python3 here has the module ${module}`);
    const program = `import json, math
${imported}
${randomArraysInPython(library)}
drawn = []
for seed in ${JSON.stringify(SEEDS)}:
    random = Generator(seed)
    drawn.append([random.uniform(2, 3).tolist(), random.normal(4).tolist(), random.uniform(1).tolist()])
print(json.dumps(drawn))`;
    const drawn = JSON.parse(execFileSync(python, ['-c', program], { encoding: 'utf8' }));
    const expected = SEEDS.map((seed) => {
      const random = seededRandom(seed);
      const many = (count: number, draw: () => number): number[] =>
        Array.from({ length: count }, () => expect.closeTo(draw(), 12) as number);
      return [[many(3, random), many(3, random)], many(4, () => normal(random)), many(1, random)];
    });
    expect(drawn).toEqual(expected);
  },
);

it('draws the same numbers in exported JavaScript', () => {
  const program = `${randomInJavaScript}
const drawn = ${JSON.stringify(SEEDS)}.map((seed) => {
  const random = generator(seed);
  return Array.from({ length: ${COUNT} }, (_, index) => (index % 2 ? normal(random) : random()));
});
console.log(JSON.stringify(drawn));`;
  const drawn = JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
  expect(drawn).toEqual(ours);
});
