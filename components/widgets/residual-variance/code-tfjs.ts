import { tfjsActivations } from '#kit/code-activations.ts';
import { randomInJavaScript } from '#kit/code-random.ts';
import { seedsInJavaScript } from '#kit/code-seeds.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { BATCH, CHANNELS, factorsOf, INPUTS, type Kind } from './data.ts';
import type { Params } from './params.ts';

const entered: Readonly<Record<Kind, string>> = {
  none: 'g(x)',
  halved: 'g(x)',
  'skip-init': 'g(x)',
  batch: 'g(batchNorm(x))',
  'batch-last': 'batchNorm(g(x))',
  free: 'g(x.div(beta)).mul(gamma)',
};

export function tfjs(params: Params): string {
  const { kind, blocks, width, alpha, seed } = params;
  const { skip, branch } = factorsOf(params);
  const factor = (value: number): string =>
    value === Math.SQRT1_2 ? 'Math.SQRT1_2' : shortDecimal(value);
  const normed = `
function batchNorm(x) {
  const { mean, variance } = tf.moments(x, 0);
  return x.sub(mean).div(variance.add(1e-5).sqrt());
}
`;
  const standardized = `const scaled = (raw) => {
  const { mean, variance } = tf.moments(raw, 1, true);
  return raw.sub(mean).div(variance.mul(width).sqrt());
};`;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
${seedsInJavaScript}
function drawn(purpose, place, shape) {
  const random = generator(seedFor(${seed}, purpose, place));
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(Float32Array.from({ length: size }, () => normal(random)), shape);
}

const [batch, width, blocks] = [${BATCH}, ${width}, ${blocks}];
// What the input of a block and its branch are multiplied by.
const [skip, factor] = [${factor(skip)}, ${factor(branch)}];

const g = (x) => ${tfjsActivations.relu('x')};
${kind.startsWith('batch') ? normed : ''}
${
  kind === 'free'
    ? standardized
    : `const scaled = (raw) => raw.div(Math.sqrt(width${kind === 'batch-last' ? '' : ' / 2'}));`
}

const number = (scalar) => scalar.dataSync()[0];

/** Variance and squared mean of a channel, in the mean over channels. */
function moments(x) {
  const { mean, variance } = tf.moments(x, 0);
  return [number(variance.mean()), number(mean.square().mean())];
}

/** The same of what two signals have in common. */
function shared(x, f) {
  const product = x.mean(0).mul(f.mean(0));
  const covariance = x.sub(x.mean(0)).mul(f.sub(f.mean(0))).mean(0);
  return [number(covariance.mean()), number(product.mean())];
}

/** Cosine of two inputs, in the mean over all pairs. */
function cosine(x) {
  const direction = x.div(x.square().sum(1, true).sqrt());
  return (number(direction.sum(0).square().sum()) / batch - 1) / (batch - 1);
}

const rows = { states: [], added: [], signals: [] };
let x = drawn('data', 0, [batch, width]);
for (let block = 0; block <= blocks; block++) {
  rows.states.push([...moments(x), cosine(x)]);
  rows.signals.push(x.slice([0, 0], [${INPUTS}, ${CHANNELS}]).transpose().arraySync());
  if (block === blocks) break;
${
  kind === 'free'
    ? `  const gamma = Math.sqrt(2 / (1 - 1 / Math.PI));
  const beta = Math.sqrt(1 + block * ${shortDecimal(alpha)} ** 2);
`
    : ''
}  const weight = scaled(drawn('weights', block, [width, width]));
  const f = tf.matMul(${entered[kind]}, weight, false, true).mul(factor);
  x = x.mul(skip);
  rows.added.push([moments(x), moments(f), shared(x, f).map((value) => 2 * value)]);
  x = x.add(f);
}
const states = tf.tensor2d(rows.states);
const added = tf.tensor3d(rows.added);
const signals = tf.tensor3d(rows.signals);
states.print();
`;
}
