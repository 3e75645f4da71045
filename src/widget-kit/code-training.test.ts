import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arrays } from '#engine/messages.ts';
import { batches } from '#lab/batches.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import {
  activationInputs,
  BATCH,
  glyphRecipe,
  picturesOf,
  LEARNED,
  type GlyphNetwork,
} from '#lab/glyph-network.ts';
import { seedFor } from '#lab/seeds.ts';
import { lossAndGradient, lossAt, startTraining } from '#lab/training.ts';
import { maxAbs, maxDifference, ndArray } from '#nd/nd-array.ts';
import { toNdArray, type Tensor } from '#tensor';
import { pythonWith, runPython } from '../../scripts/references.ts';
import { runTensorFlow } from '../../tests/support/run-tensor-flow.ts';
import { training } from './code-training.ts';

const STEPS = 5;
/** More than there are in one order of all examples. */
const BATCHES = LEARNED / BATCH + 2;
/** How far on along the gradient a loss is asked for. */
const AHEAD = 0.1;
/** How far numbers may be apart, as a part of the largest of them; losses as a part of themselves. */
const CLOSE = 1e-5;
/** The same where rounding has grown for five steps. */
const GROWN = 1e-4;

type Run = GlyphNetwork & { readonly rate: number; readonly seed: number };

// Seeds with no value so near to 0 in the last step that rounding decides whether a ReLU lets it through.
const runs: readonly Run[] = [
  { depth: 10, width: 32, treatment: 'none', rate: 0.02, seed: 1 },
  { depth: 10, width: 32, treatment: 'batch', rate: 0.5, seed: 1 },
  { depth: 10, width: 32, treatment: 'noisy', rate: 0.5, seed: 2 },
  { depth: 2, width: 7, treatment: 'noisy', rate: 0.1, seed: 2147483647 },
];

describe('exported code trains as the laboratory does', () => {
  let figures: readonly Arrays[];
  let worst = 0;

  beforeAll(async () => {
    figures = [];
    for (const run of runs) figures = [...figures, await inLaboratory(run)];
  }, 240_000);

  it('in TensorFlow.js', { timeout: 240_000 }, async () => {
    expectFigures(await runTensorFlow(runs.map((run) => snippet(inJavaScript(run)))));
  });

  it.for(['pytorch', 'numpy'] as const)(
    'in %s',
    { timeout: 240_000 },
    async (language, { skip }) => {
      const module = language === 'pytorch' ? 'torch' : 'numpy';
      const python = pythonWith(module);
      if (!python) return skip(`no python3 here has the module ${module}`);
      expectFigures(
        await runPython(
          python,
          runs.map((run) => snippet(inPython(run, language))),
        ),
      );
    },
  );

  afterAll(() => {
    console.info(`exported training: losses within ${worst.toExponential(1)} of the laboratory's`);
  });

  const snippet = (code: string) => ({ code, names: Object.keys(figures[0]) });

  function expectFigures(answers: readonly Arrays[]): void {
    answers.forEach((answer, index) => {
      const { losses } = figures[index];
      const apart = answer.losses.data.map((loss, step) => Math.abs(loss / losses.data[step] - 1));
      worst = Math.max(worst, ...apart);
      expect(worst).toBeLessThan(CLOSE);
      for (const [name, { shape, data }] of Object.entries(figures[index])) {
        const what = `${name} of ${JSON.stringify(runs[index])}`;
        expect(answer[name].shape, what).toEqual(shape);
        const most = (name.endsWith('Ahead') ? GROWN : CLOSE) * maxAbs(data);
        expect(maxDifference(answer[name].data, data), what).toBeLessThanOrEqual(most);
      }
    });
  }
});

/** What figures are made from: what a run draws, its losses, and what is found at its first and last step. */
async function inLaboratory({ rate, seed, ...network }: Run): Promise<Arrays> {
  tf.engine().startScope();
  const { learned, unseen } = picturesOf({ data: 'glyphs', seed });
  const recipe = glyphRecipe(network, { learningRate: rate, seed });
  const run = startTraining(recipe, learned);
  const places = activationInputs(network);
  const activations: Tensor[] = [];
  const first = run.step((place, output) => {
    if (places.includes(place)) activations.push(tf.keep(output));
  });
  const losses = [first.loss];
  while (losses.length < STEPS - 1) losses.push(run.step().loss);

  const [from, shake, again] = [tf.clone(run.vector), run.shake(), run.shake()];
  const last = run.step();
  const ahead: tf.Tensor1D = tf.sub(from, tf.mul(last.gradient, AHEAD));
  const there = lossAndGradient(recipe.network, ahead, last.batch, { shake });
  const alone = lossAt(recipe.network, ahead, last.batch, { shake: again });

  const order = batches(LEARNED, BATCH, seedFor(seed, 'batches'));
  const figure = {
    inputs: learned.inputs,
    labels: labelsOf(learned),
    unseen: unseen.inputs,
    unseenLabels: labelsOf(unseen),
    order: ndArray(
      [BATCHES, BATCH],
      Array.from({ length: BATCHES }, () => [...order.next().value]).flat(),
    ),
    losses: await toNdArray(tf.stack([...losses, last.loss])),
    gradient: await toNdArray(first.gradient),
    norm: await toNdArray(tf.norm(first.gradient)),
    activations: await toNdArray(tf.stack(activations)),
    lossesAhead: await toNdArray(tf.stack([there.loss, alone])),
    gradientAhead: await toNdArray(there.gradient),
  };
  tf.dispose(activations);
  tf.engine().endScope();
  return figure;
}

const labelsOf = ({ labels }: DataSet) => ndArray([labels.length], labels);

function inPython(
  { depth, width, treatment, rate, seed }: Run,
  language: 'pytorch' | 'numpy',
): string {
  const library = language === 'pytorch' ? 'torch' : 'np';
  const array = language === 'pytorch' ? 'torch.tensor' : 'np.array';
  return `${training[language]}
import itertools

network = Network(${depth}, ${width}, '${treatment}')
(inputs, labels), (unseen, unseenLabels) = glyphs_of(${seed})
order = ${array}(list(itertools.islice(batches(${seed}), ${BATCHES})))
steps = list(train(network, ${rate}, ${STEPS}, ${seed}))
first, last = steps[0], steps[-1]
losses = ${library}.stack([step.loss for step in steps])
gradient = flat(first.gradient)
norm = ${library}.linalg.norm(gradient)
activations = ${library}.stack(forward(network, first.parameters, first.batch[0], first.shakes)[1])
ahead = moved(last.parameters, last.gradient, -${AHEAD})
loss, gradientAhead = loss_and_gradient(network, ahead, last.batch, last.shakes)
gradientAhead = flat(gradientAhead)
lossesAhead = ${library}.stack([loss, loss_at(network, ahead, last.batch, last.shakes)])
`;
}

const inJavaScript = ({ depth, width, treatment, rate, seed }: Run): string => `${training.tfjs}
const network = { depth: ${depth}, width: ${width}, treatment: '${treatment}' };
const [[inputs, labels], [unseen, unseenLabels]] = glyphsOf(${seed});
const indices = batches(${seed});
const order = tf.tensor2d(Array.from({ length: ${BATCHES} }, () => indices.next().value));
const steps = [...train(network, ${rate}, ${STEPS}, ${seed})];
const [first, last] = [steps.at(0), steps.at(-1)];
const losses = tf.stack(steps.map(({ loss }) => loss));
const gradient = flat(first.gradient);
const norm = tf.norm(gradient);
const activations = tf.stack(forward(network, first.parameters, first.batch[0], first.shakes)[1]);
const ahead = moved(last.parameters, last.gradient, -${AHEAD});
const there = lossAndGradient(network, ahead, last.batch, last.shakes);
const gradientAhead = flat(there.gradient);
const lossesAhead = tf.stack([there.loss, lossAt(network, ahead, last.batch, last.shakes)]);
`;
