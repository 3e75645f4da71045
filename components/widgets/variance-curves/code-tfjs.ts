import { tfjsActivations } from '#kit/code-activations.ts';
import { randomInJavaScript } from '#kit/code-random.ts';
import { seedsInJavaScript } from '#kit/code-seeds.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { BlockKind } from '#lab/residual-network.ts';
import { inputShape, kindsOf, list } from './code-text.ts';
import { channelsOf, KERNEL, transitionsOf } from './data.ts';
import type { Params } from './params.ts';

const entering: Readonly<Record<BlockKind, (params: Params) => string>> = {
  none: () => 'g(x)',
  halved: () => 'g(x)',
  'skip-init': () => 'g(x)',
  batch: () => 'g(batchNorm(x))',
  'batch-last': () => 'batchNorm(g(x))',
  free: ({ divides }) =>
    divides === 'before' ? 'g(x.div(beta)).mul(gamma)' : 'g(x).mul(gamma / beta)',
  'free-plain': ({ divides }) => (divides === 'before' ? 'g(x.div(beta))' : 'g(x).div(beta)'),
};

const joining: Readonly<Record<BlockKind, string>> = {
  none: 'x.add(f)',
  halved: 'x.add(f).mul(Math.SQRT1_2)',
  'skip-init': 'x.add(f.mul(skip))',
  batch: 'x.add(f)',
  'batch-last': 'x.add(f)',
  free: 'x.add(f.mul(alpha))',
  'free-plain': 'x.add(f.mul(alpha))',
};

export function tfjs(params: Params): string {
  const { blocks, alpha, layer, seed } = params;
  const channels = channelsOf(params);
  const isDense = layer === 'dense';
  const kinds = [...new Set(kindsOf(params))].filter((kind) => kind !== 'off') as BlockKind[];
  const table = (of: (kind: BlockKind) => string): string =>
    kinds.map((kind) => `  '${kind}': ${of(kind)},`).join('\n');
  const scale = (kind: BlockKind): string =>
    kind === 'free'
      ? '(raw) => standardized(raw)'
      : `(raw) => raw.div(Math.sqrt(fanIn(raw)${kind === 'batch-last' ? '' : ' * meanSquare'}))`;
  // TensorFlow.js has channels last; the axes of weights are turned where they are used.
  const product = isDense
    ? 'tf.matMul(x, weight, false, true)'
    : `tf.conv2d(x.transpose([0, 2, 3, 1]), weight.transpose([2, 3, 1, 0]), 1, 'same').transpose([0, 3, 1, 2])`;
  const axes = isDense ? '[0]' : '[0, 2, 3]';
  const kernel = isDense ? '' : `, ${KERNEL}, ${KERNEL}`;
  const one = isDense ? '' : ', 1, 1';
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
${seedsInJavaScript}
function drawn(purpose, place, shape) {
  const random = generator(seedFor(${seed}, purpose, place));
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(Float32Array.from({ length: size }, () => normal(random)), shape);
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
const meanSquare = expectation((value) => value ** 2);
const mean = expectation((value) => value);
const gamma = 1 / Math.sqrt(expectation((value) => (value - mean) ** 2));

const [blocks, alpha, skip] = [${blocks}, ${shortDecimal(alpha)}, ${blocks} ** -0.5];
const transitions = ${list(transitionsOf(params.stages))}.filter((block) => block < blocks);

function batchNorm(x) {
  const { mean, variance } = tf.moments(x, ${axes}, true);
  return x.sub(mean).div(variance.add(1e-5).sqrt());
}

const fanIn = (raw) => raw.size / raw.shape[0];

function standardized(raw) {
  const { mean, variance } = tf.moments(raw, ${isDense ? '[1]' : '[1, 2, 3]'}, true);
  return raw.sub(mean).div(variance.mul(fanIn(raw)).sqrt());
}

const product = (x, weight) => ${product};

/** What the weights of a block read. */
const enter = {
${table((kind) => `(x, beta) => ${entering[kind](params)}`)}
};
const scaled = {
${table(scale)}
};
const join = {
${table((kind) => `(x, f) => ${joining[kind]}`)}
};

const squaredMean = (x) => x.mean(${axes}).square().mean().dataSync()[0];
const variance = (x) => tf.moments(x, ${axes}).variance.mean().dataSync()[0];

const weights = Array.from({ length: blocks }, (_, block) =>
  drawn('weights', 2 * block, [${channels}, ${channels}${kernel}]),
);
const shortcuts = new Map(
  transitions.map((block) => [block, drawn('weights', 2 * block + 1, [${channels}, ${channels}${one}])]),
);
const rows = ${list(kindsOf(params))}.map((kind) => {
  const row = [0, 1, 2].map(() => new Array(blocks + 1).fill(NaN));
  if (kind === 'off') return row;
  let x = drawn('data', 0, ${list(inputShape(params))});
  let expected = 1;
  [row[0][0], row[1][0]] = [squaredMean(x), variance(x)];
  for (let block = 0; block < blocks; block++) {
    const entered = enter[kind](x, Math.sqrt(expected));
    const f = product(entered, scaled[kind](weights[block]));
    if (shortcuts.has(block)) {
      x = product(entered, scaled[kind](shortcuts.get(block)));
      expected = 1;
    }
    x = join[kind](x, f);
    expected += alpha ** 2;
    [row[0][block + 1], row[1][block + 1]] = [squaredMean(x), variance(x)];
    row[2][block + 1] = variance(f);
  }
  return row;
});
const curves = tf.tensor3d(rows);
curves.print();
`;
}
