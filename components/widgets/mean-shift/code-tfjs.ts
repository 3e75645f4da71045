import { tfjsActivations } from '#kit/code-activations.ts';
import { randomInJavaScript } from '#kit/code-random.ts';
import { seedsInJavaScript } from '#kit/code-seeds.ts';
import { ownText, stepsOf } from './code-text.ts';
import { BATCH, EXAMPLES, type Order } from './data.ts';
import { lookedAt } from './looked.ts';
import type { Params } from './params.ts';

export function tfjs(params: Params): string {
  const { layers, order, path, seed, width, side } = params;
  const { layer, channel } = lookedAt(params);
  const isPlain = path === 'plain';
  const own = ownText(params);
  const words = {
    act: (x: string) => `g(${x})`,
    norm: (x: string) => `batchNorm(${x})`,
    scaled: 'g(x.div(beta)).div(Math.sqrt(spread))',
  };
  const passage = (kind: Order): string =>
    `[${stepsOf(kind, words)
      .map((step) => `(x, beta) => ${step}`)
      .join(', ')}]`;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
${seedsInJavaScript}
const [layers, width, batch] = [${layers}, ${width}, ${BATCH}];

function drawn(purpose, place, rows) {
  const random = generator(seedFor(${seed}, purpose, place));
  return Float32Array.from({ length: rows * width }, () => normal(random));
}

const g = (x) => ${tfjsActivations[params.activation]('x')};

// What g makes of a standard normal number, by Simpson's rule.
const places = Float32Array.from({ length: 1281 }, (_, at) => at / 64 - 10);
const masses = places.map((z, at) => {
  const weight = at === 0 || at === 1280 ? 1 : at % 2 === 1 ? 4 : 2;
  return ((weight / 192) * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
});
const images = g(tf.tensor1d(places)).dataSync();
const expectation = (of) => images.reduce((sum, value, at) => sum + masses[at] * of(value), 0);
const mean = expectation((value) => value);
const meanSquare = expectation((value) => value ** 2);
const spread = expectation((value) => (value - mean) ** 2);
const moments = tf.tensor1d([mean, meanSquare, spread]);

function batchNorm(x) {
  const { mean, variance } = tf.moments(x, 0);
  return x.sub(mean).div(variance.add(1e-5).sqrt());
}

function weightsOf(order, layer) {
  const raw = drawn('weights', layer, width);
  const scale = (width * (order === 'batch-last' ? 1 : meanSquare)) ** -0.5;
${
  own
    ? `  if (layer === ${own.layer}) raw.set(${own.list}.map((weight) => weight / scale), ${own.channel} * width);
`
    : ''
}  const weights = tf.tensor2d(raw, [width, width]);
  if (order !== 'scaled') return weights.mul(scale);
  const { mean, variance } = tf.moments(weights, 1, true);
  return weights.sub(mean).div(variance.mul(width).maximum(1e-4).sqrt());
}

/** What is done to a layer's input, step by step, before its weights. */
const before = { none: ${passage('none')}, '${order}': ${passage(order)} };

/** The batch at every place, and the weights of every layer. */
function network(order) {
  let x = tf.tensor2d(drawn('data', 0, batch), [batch, width]);
  const passed = [x];
  const weights = Array.from({ length: layers }, (_, layer) => weightsOf(order, layer));
  weights.forEach((weight, layer) => {
    const state = x;
    for (const step of before[order]) {
      x = step(x, ${isPlain ? '1' : 'Math.sqrt(layer + 1)'});
      passed.push(x);
    }
    const branch = tf.matMul(x, weight, false, true);
    x = ${isPlain ? 'branch' : 'state.add(branch)'};
    passed.push(x);
  });
  return { passed, weights };
}

function shifts({ passed }) {
  return tf.stack(
    passed.map((x) => {
      const { mean, variance } = tf.moments(x, 0);
      return mean.div(variance.sqrt());
    }),
  );
}

/** Cosine of two rows, in the mean over all pairs. */
function cosine(x) {
  const directions = x.div(x.square().sum(1, true).sqrt());
  return directions.sum(0).square().sum().sub(batch).div(batch * (batch - 1));
}

function measured({ passed }) {
  const states = passed.filter((_, row) => row % ((passed.length - 1) / layers) === 0);
  return tf.stack([
    tf.stack(states.map((x) => tf.moments(x, 0).mean.square().mean())),
    tf.stack(states.map((x) => tf.moments(x, 0).variance.mean())),
    tf.stack(states.map(cosine)),
  ]);
}

function firstExamples({ passed }) {
  const x = passed.at(-1).slice([0, 0], [${EXAMPLES}, width]);
  return x.div(x.square().mean().sqrt());
}

const [without, withCure] = [network('none'), network('${order}')];
const [bare, cured] = [shifts(without), shifts(withCure)];
const curves = tf.stack([measured(without), measured(withCure)]);
const examples = tf.stack([firstExamples(without), firstExamples(withCure)]);

const looked = ${side === 'bare' ? 'without' : 'withCure'};
const steps = (looked.passed.length - 1) / layers;
const weights = looked.weights[${layer - 1}].slice([${channel - 1}, 0], [1, width]).reshape([width]);
const means = looked.passed[${layer} * steps - 1].mean(0);
const values = tf.stack(
  looked.passed
    .slice(${layer - 1} * steps, ${layer} * steps + 1)
    .map((x) => x.slice([0, ${channel - 1}], [batch, 1]).reshape([batch])),
);
weights.mul(means).sum().print();
values.mean(1).print();
`;
}
