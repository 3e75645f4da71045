import { beforeAll, describe, expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Arrays, Compute } from '#engine/messages.ts';
import { lightened, type AnyWidget, type CodeLanguage } from '#kit/define-widget.ts';
import { completed, encodeLink } from '#kit/link.ts';
import type { ParamsOf, Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { maxAbs, maxDifference } from '#nd/nd-array.ts';
import { pythonWith, runPython, type Snippet } from '../scripts/references.ts';
import { sampleParams } from './support/arbitrary-params.ts';
import { runTensorFlow } from './support/run-tensor-flow.ts';

const STATES = 10;
const SEED = 20190512;
/** What float32 loses beside numbers of a few units: in x (1 + erf x), in exp x − 1. */
const LOST = 1e-6;

type Params = ParamsOf<Schema>;
type State = { readonly params: Params; readonly result: Arrays };

const computes = import.meta.glob<{ default: Compute<Params> }>(
  '../components/widgets/*/compute.ts',
  { eager: true },
);

const pythonModules = { pytorch: 'torch', numpy: 'numpy' } as const;

describe.each([...widgets.values()])('the exported code of $id gives the figure', (widget) => {
  let states: readonly State[];

  beforeAll(async () => {
    states = await statesOf(widget);
  }, 240_000);

  it.concurrent(
    'in TensorFlow.js',
    async () => {
      await expectFigures('tfjs', runTensorFlow);
    },
    60_000,
  );

  it.concurrent.for(['pytorch', 'numpy'] as const)(
    'in %s',
    { timeout: 240_000 },
    async (language, { skip }) => {
      const module = pythonModules[language];
      const python = pythonWith(module);
      if (!python) return skip(`no python3 here has the module ${module}`);
      await expectFigures(language, (snippets) => runPython(python, snippets));
    },
  );

  /** Runs the code of all states and compares every variable that is named as an array of the figure. */
  async function expectFigures(
    language: CodeLanguage,
    run: (snippets: readonly Snippet[]) => Promise<readonly Arrays[]>,
  ): Promise<void> {
    const write = (await widget.code())[language];
    const snippets = states.map(({ params, result }) => ({
      code: write(params),
      names: Object.keys(result),
    }));
    const answers = await run(snippets);
    expect(answers.length).toBe(states.length);
    answers.forEach((arrays, index) => {
      const { params, result } = states[index];
      const link = encodeLink(widget.params, widget.version, params);
      expect(Object.keys(arrays), link).not.toEqual([]);
      for (const [name, { shape, data }] of Object.entries(arrays)) {
        const figure = result[name];
        expect(shape, `${name} of ${link}`).toEqual(figure.shape);
        const most =
          (widget.run ? 1e-4 : 1e-5) * maxAbs(figure.data.filter(Number.isFinite)) + LOST;
        // What a run has lost, its code may still carry on.
        const known = (_: number, at: number): boolean => Number.isFinite(figure.data[at]);
        const difference = maxDifference(data.filter(known), figure.data.filter(known));
        expect(difference, `${name} of ${link}`).toBeLessThanOrEqual(most);
      }
    });
  }
});

/**
 * All examples, filled up to ten states and until every option of every choice is among them. A
 * state that the figure refuses, or runs away from, is left out. Of experiments the examples are enough:
 * in one of many units a value that is 0 but for rounding goes to this side or that of a ReLU, and from
 * there on two runs are two.
 */
async function statesOf(widget: AnyWidget): Promise<readonly State[]> {
  const { id, params: schema, examples } = widget;
  const { default: compute } = computes[`../components/widgets/${id}/compute.ts`];
  const choices = Object.entries(schema).filter(([, { kind }]) => kind === 'choice');
  const optionsOf = (params: Params) => choices.map(([name]) => `${name} ${String(params[name])}`);
  const unseen = new Set(
    choices.flatMap(([name, param]) =>
      param.kind === 'choice' ? param.options.map((option) => `${name} ${option}`) : [],
    ),
  );
  // What only a reader can give is in no code.
  unseen.delete('data own');
  const states: State[] = [];
  const wanted = widget.run ? Object.keys(examples).length : STATES;
  const add = async (given: Params, isWanted: (result: Arrays) => boolean): Promise<void> => {
    const params = lightened(widget, given);
    const answer = await computeInProcess(compute, params);
    if (answer.kind !== 'result' || !isWanted(answer.result)) return;
    states.push({ params, result: answer.result });
    optionsOf(params).forEach((option) => unseen.delete(option));
  };

  for (const example of Object.values(examples)) await add(completed(schema, example), () => true);
  for (const params of sampleParams(schema, 50 * STATES, SEED)) {
    const isNew = optionsOf(params).some((option) => unseen.has(option));
    if (states.length < wanted || isNew) await add(params, isTame);
  }
  if (states.length < wanted) throw new Error(`${id} has no ${STATES} states to compare`);
  expect([...unseen], 'options without a state').toEqual([]);
  return states;
}

/** Whether rounding stays small: a run that diverges magnifies it, until float32 and float64 part. */
function isTame(result: Arrays): boolean {
  return Object.values(result).every(({ data }) => maxAbs(data.filter(Number.isFinite)) < 1e4);
}
