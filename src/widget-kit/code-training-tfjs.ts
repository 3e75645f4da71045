import { BATCH, noise } from '#lab/glyph-network.ts';

/** Networks of glyphs and their runs in JavaScript; uses what `glyphsInTensorFlow` defines and uses. */
export const runsInTensorFlow = `// A network is { depth, width, treatment }: dense layers of one width, each with ReLU, and a last
// one that gives the classes. The input of every ReLU is left as it is (treatment 'none'),
// normalized ('batch'), or also shaken ('noisy').

/** Weights are normal with He's deviation, √(2 / inputs); biases and β are 0, γ is 1. */
function firstParameters({ depth, width, treatment }, seed) {
  const random = generator(seedFor(seed, 'weights'));
  const weight = (outputs, inputs) => {
    const draw = () => Math.sqrt(2 / inputs) * normal(random);
    return tf.tensor2d(Array.from({ length: outputs * inputs }, draw), [outputs, inputs]);
  };
  // β takes the place of a bias.
  const others = () => [...(treatment === 'none' ? [] : [tf.ones([width])]), tf.zeros([width])];
  const classes = Object.keys(GLYPHS).length;
  const layers = Array.from({ length: depth }, (_, layer) => [
    weight(width, layer === 0 ? SIDE ** 2 : width),
    ...others(),
  ]);
  return [...layers.flat(), weight(classes, width), tf.zeros([classes])];
}

/** Layer by layer: weight and bias, or weight, γ and β. */
function layersOf({ depth, treatment }, parameters) {
  const each = treatment === 'none' ? 2 : 3;
  return Array.from({ length: depth + 1 }, (_, layer) =>
    parameters.slice(layer * each, (layer + 1) * each),
  );
}

const BATCH = ${BATCH}; // pictures

// A unit is shifted by -SHAKE_SHIFT to SHAKE_SHIFT and scaled by 1 to SHAKE_SCALE; each of its
// values by about as much, give or take SHAKE_SPREAD. How much, is yours to vary.
const [SHAKE_SHIFT, SHAKE_SCALE, SHAKE_SPREAD] = [${noise.shift}, ${noise.scale}, ${noise.spread}];

/** For every layer a scale and a shift of each value, [examples, width]; none without noise. */
function drawShakes({ depth, width, treatment }, seed, step, examples = BATCH) {
  if (treatment !== 'noisy') return undefined;
  const random = generator(seedFor(seed, 'noise', step));
  return Array.from({ length: depth }, () => {
    const units = Array.from({ length: width }, () => ({
      shift: SHAKE_SHIFT * (2 * random() - 1),
      scale: 1 + (SHAKE_SCALE - 1) * random(),
    }));
    const values = Array.from({ length: examples }, () =>
      units.map(({ shift, scale }) => ({
        shift: shift + SHAKE_SPREAD * (2 * random() - 1),
        scale: scale + SHAKE_SPREAD * normal(random),
      })),
    );
    const tensor = (name) => tf.tensor2d(values.map((row) => row.map((value) => value[name])));
    return [tensor('scale'), tensor('shift')];
  });
}

/** Every unit gets mean 0 and deviation 1 over the batch, then a scale and a shift of its own. */
function batchNorm(x, gamma, beta) {
  const { mean, variance } = tf.moments(x, 0);
  return x.sub(mean).div(variance.add(1e-5).sqrt()).mul(gamma).add(beta);
}

/** Logits [N, 10], and the input of every activation, [N, width] each. */
function forward(network, parameters, x, shakes) {
  const layers = layersOf(network, parameters);
  const [lastWeight, lastBias] = layers.pop();
  const activationInputs = [];
  x = x.reshape([x.shape[0], SIDE ** 2]);
  layers.forEach(([weight, ...rest], layer) => {
    x = x.matMul(weight, false, true);
    x = network.treatment === 'none' ? x.add(rest[0]) : batchNorm(x, ...rest);
    if (shakes) {
      const [scale, shift] = shakes[layer];
      x = x.mul(scale).add(shift);
    }
    activationInputs.push(x);
    x = x.relu();
  });
  return [x.matMul(lastWeight, false, true).add(lastBias), activationInputs];
}

function lossAt(network, parameters, [inputs, labels], shakes) {
  return tf.tidy(() => {
    const [logits] = forward(network, parameters, inputs, shakes);
    return tf.losses.softmaxCrossEntropy(tf.oneHot(labels, logits.shape[1]), logits);
  });
}

/** The gradient has a tensor for each of the parameters. */
function lossAndGradient(network, parameters, batch, shakes) {
  const loss = (...parameters) => lossAt(network, parameters, batch, shakes);
  const { value, grads } = tf.valueAndGrads(loss)(parameters);
  return { loss: value, gradient: grads };
}

/** All numbers of several tensors as one vector. */
const flat = (tensors) => tf.tidy(() => tf.concat(tensors.map((tensor) => tensor.flatten())));

/** So far along a direction, which has a tensor for each of the parameters. */
const moved = (parameters, direction, distance) =>
  tf.tidy(() => parameters.map((one, index) => one.add(direction[index].mul(distance))));

/** Which pictures each step learns from: all in an order drawn anew, again and again. */
function* batches(seed) {
  const random = generator(seedFor(seed, 'batches'));
  const order = Array.from({ length: LEARNED }, (_, index) => index);
  while (true) {
    for (let last = LEARNED - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    for (let start = 0; start + BATCH <= LEARNED; start += BATCH) {
      yield order.slice(start, start + BATCH);
    }
  }
}

/** Gradient descent: every step yields what it finds, before its parameters move. */
function* train(network, rate, steps, seed) {
  const [[inputs, labels]] = glyphsOf(seed);
  const order = batches(seed);
  let parameters = firstParameters(network, seed);
  for (let step = 0; step < steps; step++) {
    const indices = order.next().value;
    const batch = [inputs.gather(indices), labels.gather(indices)];
    const shakes = drawShakes(network, seed, step);
    const { loss, gradient } = lossAndGradient(network, parameters, batch, shakes);
    yield { loss, gradient, parameters, batch, shakes };
    parameters = moved(parameters, gradient, -rate);
  }
}
`;
