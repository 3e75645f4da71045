import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Compute } from '#engine/messages.ts';
import { locales } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { lightened, playbackParams, shortened, type AnyWidget } from '#kit/define-widget.ts';
import { completed, decodeLink, encodeLink } from '#kit/link.ts';
import type { Param, ParamsOf, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { createWidgetState, type Failure } from '#kit/widget-state.ts';
import { seededRandom } from '#nd/random.ts';
import { arbitraryParams, sampleParams } from './support/arbitrary-params.ts';

const FOLDER = 'components/widgets';
const STEPS = 60;
const SEED = 20190512;

const files = [
  'widget.ts',
  'params.ts',
  'model.ts',
  'compute.ts',
  'code.ts',
  'strings.ts',
  'view.tsx',
  'island.tsx',
  'island.astro',
];

const modules = import.meta.glob<{ default: AnyWidget }>('../components/widgets/*/widget.ts', {
  eager: true,
});
const computes = import.meta.glob<{ default: Compute<ParamsOf<Schema>> }>(
  '../components/widgets/*/compute.ts',
  { eager: true },
);

it('every folder is a widget of the registry', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((it) => it.isDirectory());
  expect([...widgets.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

const inFolders = Object.entries(modules).map(([path, module]) => ({
  folder: path.split('/').at(-2) ?? '',
  widget: module.default,
}));

describe.each(inFolders)('$folder', ({ folder, widget }) => {
  const { params: schema, version, migrations, strings, timeline, examples } = widget;
  const compute = computes[`../${FOLDER}/${folder}/compute.ts`].default;

  it('has the name of its folder, and all files there', () => {
    expect(widget.id).toBe(folder);
    const present = readdirSync(`${FOLDER}/${folder}`);
    expect(files.filter((name) => !present.includes(name))).toEqual([]);
    expect(present, 'a test').toContainEqual(expect.stringMatching(/\.test\.tsx?$/));
  });

  it('says the same in both languages: keys, placeholders, no empty word', () => {
    expect(Object.keys(strings.ja).sort()).toEqual(Object.keys(strings.en).sort());
    for (const [key, word] of Object.entries(strings.en)) {
      expect(placeholders(strings.ja[key]), key).toEqual(placeholders(word));
      for (const locale of locales) expect(strings[locale][key].trim(), key).not.toBe('');
    }
  });

  it('has words for its params, their options, its examples and its challenges', () => {
    const needed = [
      ...Object.keys(schema).map((name) => `param.${name}`),
      ...Object.entries(schema).flatMap(([name, param]) =>
        param.kind === 'choice' ? param.options.map((option) => `${name}.${option}`) : [],
      ),
      ...Object.keys(examples).map((name) => `example.${name}`),
      ...Object.keys(widget.challenges).map((name) => `challenge.${name}`),
    ];
    expect(needed.filter((key) => !Object.hasOwn(strings.en, key))).toEqual([]);
  });

  it('opens its defaults as the default example, with a whole param as its timeline', () => {
    expect(examples.default).toEqual({});
    if (!timeline) return;
    expect(schema[timeline.param]?.kind).toBe('integer');
    expect(Object.keys(schema)).toEqual(expect.arrayContaining(playbackParams(widget).slice()));
  });

  it('has challenges that are not met in its default state', async () => {
    const params = shortened(widget, completed(schema));
    const answer = await computeInProcess(compute, params);
    if (answer.kind !== 'result') throw new Error(answer.kind);
    for (const [name, met] of Object.entries(widget.challenges))
      expect(met(params, answer.result), name).toBe(false);
  });

  it('has a migration from every older version', () => {
    const older = Array.from({ length: version - 1 }, (_, index) => index + 1);
    expect(older.filter((one) => typeof migrations[one] !== 'function')).toEqual([]);
  });

  it('has examples that its own schema takes', () => {
    for (const [name, given] of Object.entries(examples)) {
      const decoded = decodeLink(schema, version, migrations, linkOf(completed(schema, given)));
      expect(decoded.notes, name).toEqual([]);
    }
  });

  it('gives back from a link what was put into it', () => {
    fc.assert(
      fc.property(arbitraryParams(schema), (params) => {
        const { params: read, notes } = decodeLink(schema, version, migrations, linkOf(params));
        expect(notes).toEqual([]);
        expect(differing(completed(schema, read), params)).toEqual([]);
      }),
    );
  });

  it.each(Object.keys(examples))('puts the example “%s” into words', async (name) => {
    const figure = await open(shortened(widget, completed(schema, examples[name])));
    expectWords(figure, /[{}]|undefined|NaN/);
    expectConsequences(figure);
  });

  // Every step of an experiment is a run; costly figures are costly though they are light.
  const walk = widget.run ? STEPS / 12 : widget.light ? STEPS / 4 : STEPS;

  it(`walks ${walk} random steps, refuses what it must, leaks nothing and walks back`, async () => {
    const start = lightened(widget, completed(schema));
    const before = tf.memory().numTensors;
    const figure = await open(start);
    const random = seededRandom(SEED);
    let answers = 0;
    for (const params of sampleParams(schema, walk, SEED)) {
      const some = Object.entries(params).filter(() => random() < 0.4);
      figure.state.edit(lightened(widget, Object.fromEntries(some) as ParamsOf<Schema>));
      await settled(figure);
      const failure = figure.state.failure.value;
      if (failure) expectRefusal(failure);
      else answers += 1;
      // Where most params do not go together, a walk would hardly ever come out of what is refused.
      const turnsBack = random() < 0.8;
      while (turnsBack && figure.state.failure.value && figure.state.canUndo.value) {
        figure.state.undo();
        await settled(figure);
      }
      // A run that diverges may truly give NaN.
      expectWords(figure, /[{}]|undefined/);
      expectConsequences(figure);
    }
    expect(answers).toBeGreaterThan(walk / 8);
    while (figure.state.canUndo.value) figure.state.undo();
    await settled(figure);
    expect(differing(figure.state.params.value, start)).toEqual([]);
    // A step back that only moves the view computes nothing.
    const computed = differing(figure.state.answered.value.params, start);
    expect(computed.filter((name) => !playbackParams(widget).includes(name))).toEqual([]);
    expect(figure.state.failure.value).toBeUndefined();
    expect(tf.memory().numTensors).toBe(before);
  }, 240_000);

  const linkOf = (params: ParamsOf<Schema>): string => encodeLink(schema, version, params);

  /** Names of the params in which two states differ. */
  function differing(a: ParamsOf<Schema>, b: ParamsOf<Schema>): string[] {
    const all = Object.entries(schema) as [string, Param<unknown>][];
    return all.filter(([name, { same }]) => !same(a[name], b[name])).map(([name]) => name);
  }

  type Figure = Awaited<ReturnType<typeof open>>;

  async function open(initial: ParamsOf<Schema>) {
    const answer = await computeInProcess(compute, initial);
    if (answer.kind !== 'result') throw new Error(`${folder} cannot compute an example`);
    const state = createWidgetState({
      schema,
      initial,
      result: answer.result,
      playback: playbackParams(widget),
      ask: (question) => computeInProcess(compute, question),
    });
    return { state, model: widget.createModel(state as never) };
  }

  async function settled({ state }: Figure): Promise<void> {
    await vi.waitUntil(() => !state.pending.value, { interval: 1, timeout: 60_000 });
  }

  function expectWords({ model }: Figure, never: RegExp): void {
    for (const locale of locales) {
      const t = translator(strings, locale);
      for (const say of ['summary', 'describe', 'announce'] as const) {
        expectSentence(widget[say](model, t), never);
      }
    }
  }

  /** What the frame around a figure works out from every answer. */
  function expectConsequences({ state }: Figure): void {
    const { params, result } = state.answered.value;
    for (const met of Object.values(widget.challenges)) {
      expect(met(params, result)).toBeTypeOf('boolean');
    }
    if (!timeline) return;
    const steps = timeline.steps(params, result);
    expect(Number.isInteger(steps) && steps >= 1, `${steps} steps`).toBe(true);
  }
});

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

function expectSentence(text: string, never: RegExp): void {
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(never);
}

function expectRefusal(failure: Failure): void {
  if (failure.kind !== 'refused') throw new Error(failure.message);
  for (const locale of locales) {
    const { argument, sentence } = failure.error;
    expectSentence(`${argument}${sentence[locale]}`, /[{}]|undefined/);
  }
}
