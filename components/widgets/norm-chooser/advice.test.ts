import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { adviceFor, firstOf, type Situation } from './advice.ts';
import { rules, sources } from './evidence.ts';
import { strings } from './strings.ts';

const usual: Situation = { task: 'classify', architecture: 'resnet', batch: 32, cells: 64 };
const first = (other: Partial<Situation>) => firstOf(adviceFor({ ...usual, ...other }));

it('advises what has been found so far', () => {
  expect(first({})).toEqual(['batch']);
  expect(first({ batch: 2 })).toEqual(['group']);
  expect(first({ task: 'detect', batch: 2 })).toEqual(['group']);
  expect(first({ architecture: 'convnext' })).toEqual(['layer']);
  expect(first({ architecture: 'transformer' })).toEqual(['layer']);
  expect(first({ architecture: 'transformer', task: 'language' })).toEqual(['rms']);
  expect(first({ architecture: 'recurrent', task: 'language' })).toEqual(['layer']);
  expect(first({ task: 'generate' })).toEqual(['instance']);
});

it('adds up the points of the rules that speak, and of no others', () => {
  const batch = adviceFor({ ...usual, batch: 2 }).find(({ norm }) => norm === 'batch');
  expect(batch).toEqual({ norm: 'batch', points: -1, reasons: ['bnResnet', 'bnTwo'] });
});

it('has batch normalization refused where there is one value a channel', () => {
  const one = { ...usual, architecture: 'recurrent', batch: 1, cells: 1 } as const;
  const [last] = adviceFor(one).slice(-1);
  expect(last.norm).toBe('batch');
  expect(last.reasons).toContain('bnOneValue');
});

it('gives every rule words and a source that the bibliography has, with its year', () => {
  const bibliography = readFileSync('content/references.bib', 'utf8');
  for (const [id, { year, link }] of Object.entries(sources)) {
    const entry = bibliography.split('\n').find((line) => line.includes(`{${id},`));
    expect(entry, id).toContain(`year={${year}}`);
    expect(entry, id).toContain(link.replace('arxiv.org/abs/', ''));
  }
  for (const name of Object.keys(rules)) expect(strings.en).toHaveProperty([`rule.${name}`]);
  const cited = Object.values(rules).flatMap((rule) => ('source' in rule ? rule.source : []));
  expect(Object.keys(sources).sort()).toEqual([...new Set(cited)].sort());
});
