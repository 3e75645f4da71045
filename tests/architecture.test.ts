import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectOf, type Files } from './support/project.ts';
import { LONG, LONGEST, longerThan, rules } from './support/rules.ts';

const widget = 'components/widgets/a';

/** Sources that break a rule, by the rule's name. */
const broken: Readonly<Record<string, readonly Files[]>> = {
  'every import names a file that is there': [
    { 'src/a.ts': "import './b.ts';" },
    { 'src/a.ts': "export * from '#nd/gone.ts';" },
    { 'src/a.ts': "import './b';", 'src/b.ts': '' },
    { 'src/a.ts': 'await import(name);' },
    { 'src/a.ts': "import '#nowhere/a.ts';" },
  ],
  'a model knows no DOM, no Preact, no words and no tensors': [
    { [`${widget}/model.ts`]: "import { h } from 'preact';" },
    { [`${widget}/model.ts`]: "import type { Signal } from '@preact/signals';" },
    { [`${widget}/model.ts`]: "import type { Key } from './strings.ts';" },
    { [`${widget}/model.ts`]: "import { width } from './view.tsx';" },
    { [`${widget}/model.ts`]: "import compute, { type Result } from './compute.ts';" },
    {
      [`${widget}/model.ts`]: "import './cells.ts';",
      [`${widget}/cells.ts`]: "import '#charts/a.ts';",
    },
    { [`${widget}/model.ts`]: "import { translator } from '#i18n/translate.ts';" },
  ],
  'compute knows tensors, arrays and the types of its params': [
    { [`${widget}/compute.ts`]: "import { tapsOf } from './model.ts';" },
    { [`${widget}/compute.ts`]: "import type { Model } from './model.ts';" },
    { [`${widget}/compute.ts`]: "import { signal } from '@preact/signals-core';" },
    { [`${widget}/compute.ts`]: "import * as tf from '@tensorflow/tfjs-core';" },
    {
      [`${widget}/compute.ts`]: "import { params } from './params.ts';",
      [`${widget}/params.ts`]: "import '#kit/params.ts';",
    },
  ],
  'a view knows charts, scenes, controls and the kit': [
    { [`${widget}/view.tsx`]: "import { Term } from '#prose/Term.astro';" },
    { [`${widget}/maps.tsx`]: "import { startBackend } from '#engine/backends.ts';" },
    { [`${widget}/maps.tsx`]: "import widget from './widget.ts';" },
  ],
  'no widget imports another': [
    { [`${widget}/images.ts`]: "export { disc } from '../b/images.ts';" },
    { [`${widget}/images.ts`]: "type Disc = import('../b/images.ts').Disc;" },
  ],
  'only src/tensor, src/engine and what measures them import TensorFlow.js': [
    { 'src/widget-kit/a.ts': "import type { Tensor } from '@tensorflow/tfjs-core';" },
    { 'scripts/a.ts': "await import('@tensorflow/tfjs-backend-cpu');" },
  ],
  'only components/scenes imports three': [
    { 'components/charts/a.ts': "import { Mesh } from 'three';" },
    { [`${widget}/view.tsx`]: "import 'three/addons/a.js';" },
  ],
  'nobody imports d3-selection or d3-transition': [
    { 'components/charts/a.ts': "import { select } from 'd3-selection';" },
    { 'components/charts/a.ts': "export * from 'd3-transition';" },
  ],
  'nothing on the main thread reaches TensorFlow.js': [
    {
      [`${widget}/island.tsx`]: "import './widget.ts';",
      [`${widget}/widget.ts`]: "await import('./compute.ts');",
      [`${widget}/compute.ts`]: "import '#tensor';",
    },
    { 'src/scripts/a.ts': "import { type Tensor } from '@tensorflow/tfjs-core';" },
    {
      'src/scripts/a.ts': "import.meta.glob('../nd/*.ts');",
      'src/nd/b.ts': "import '#tensor/c.ts';",
    },
    { 'src/pages/a.astro': "---\n---\n<p />\n<script>\n  import '#tensor';\n</script>" },
  ],
  'src/nd stands alone, src/tensor on src/nd and TensorFlow.js, src/lab on both': [
    { 'src/nd/a.ts': "import '#tensor';" },
    { 'src/nd/a.ts': "import fs from 'node:fs';" },
    { 'src/tensor/a.ts': "import '#kit/params.ts';" },
    { 'src/lab/a.ts': "import '#kit/params.ts';" },
  ],
  'charts know no controls and no widgets': [
    { 'components/charts/a.tsx': "import type { Field } from '#controls/field.tsx';" },
    { 'components/charts/a.tsx': "import '../widgets/a/images.ts';" },
  ],
  'every operation of src/tensor is tested beside it': [
    { 'src/tensor/index.ts': "export { a } from './a.ts';" },
    { 'src/tensor/index.ts': "export { a } from './a.ts';", 'src/tensor/b.test.ts': 'a(a())' },
    {
      'src/tensor/index.ts': "export { a, type A, b } from './a.ts';",
      'src/tensor/a.test.ts': "import { a, b } from '#tensor';\na(1);",
    },
    { 'src/tensor/index.ts': "export { max } from './max-a.ts';", 'src/tensor/a.test.ts': '' },
  ],
  [`no source is longer than ${LONGEST} lines`]: [{ 'src/a.ts': '\n'.repeat(LONGEST) + ';' }],
  'no source escapes its types by any': [
    { 'src/a.ts': 'const a = b as any;' },
    { 'components/a.tsx': 'function f(a: any) {}' },
    { 'src/a.astro': '---\nconst a: any[] = [];\n---\n' },
  ],
  'nothing comes from a CDN': [
    { 'src/a.astro': `<script src="https://${'unpkg'}.com/a"></script>` },
    { 'src/styles/a.css': `@import url('//fonts.${'googleapis'}.com/css2');` },
  ],
};

/** Sources that come close to breaking rules. */
const harmless: Files = {
  [`${widget}/widget.ts`]: "import { View } from './view.tsx';\nawait import('./code.ts');",
  [`${widget}/island.tsx`]: "import widget from './widget.ts';",
  [`${widget}/island.astro`]:
    "---\nimport compute from './compute.ts';\nimport Island from './island.tsx';\n---",
  [`${widget}/view.tsx`]: "import type { T } from './widget.ts';\nimport { h } from 'preact';",
  [`${widget}/model.ts`]:
    "import { computed } from '@preact/signals-core';\nimport type { Result } from './compute.ts';",
  [`${widget}/compute.ts`]:
    "import { conv2d } from '#tensor';\nimport type { Params } from './params.ts';\nimport './data.ts';",
  [`${widget}/data.ts`]: "import '#nd/a.ts';",
  [`${widget}/params.ts`]: "import '#kit/a.ts';",
  [`${widget}/code.ts`]: "// import three from 'three';",
  [`${widget}/model.test.ts`]: "import * as tf from '@tensorflow/tfjs-core';",
  'src/widget-kit/a.ts':
    "import { scaleLinear } from 'd3-scale';\nimport type { Tensor } from '#tensor';",
  'src/scripts/a.ts':
    "new Worker(new URL('../engine/a.ts', import.meta.url));\nconst many = 'as any';",
  'src/engine/a.ts':
    "import '@tensorflow/tfjs-core';\nimport.meta.glob('../../components/widgets/*/compute.ts');",
  'src/tensor/index.ts':
    "import * as tf from '@tensorflow/tfjs-core';\nimport '#nd/a.ts';\nexport { a, type A } from './max-a.ts';\nexport type { B } from './b.ts';",
  'src/tensor/max-a.ts': '',
  'src/tensor/a.test.ts': "import { a } from '#tensor';\na(1);",
  'src/tensor/b.ts': '',
  'src/nd/a.ts': '',
};

const everything = globSync(
  '{src,components,scripts,tests,public,content}/**/*.{ts,tsx,astro,js,css,html,mdx}',
);
const files = Object.fromEntries(
  everything.map((path) => [path.split(sep).join('/'), readFileSync(path, 'utf8')]),
);
const long = longerThan(files, LONG);
if (long.length > 0) console.warn(`longer than ${LONG} lines: ${long.join(', ')}`);

describe('the project', () => {
  const project = projectOf(files);

  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(project)).toEqual([]);
  });

  it('is read', () => {
    expect(project.edges.length).toBeGreaterThan(Object.keys(files).length);
  });
});

describe('the rules', () => {
  it.each(Object.entries(rules))('see what breaks: %s', (name, rule) => {
    expect(broken[name]?.length).toBeGreaterThan(0);
    for (const files of broken[name]) {
      expect(rule(projectOf(files)), JSON.stringify(files)).not.toEqual([]);
    }
  });

  it.each(Object.entries(rules))('see no harm in what keeps: %s', (_, rule) => {
    expect(rule(projectOf(harmless))).toEqual([]);
  });
});
