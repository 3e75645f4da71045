/** The networks and runs of sweep.ts and stack.ts, one after the other, in JavaScript. */
export const runsInTensorFlow = `// A network is { blocks, width, normalized }. In every branch ReLU and a dense layer follow batch
// normalization, if it is normalized; before the classes they do so once more. Without it, layers
// have a bias.

/** Weights are normal with He's deviation, √(2 / inputs); biases and β are 0, γ is 1. */
function firstParameters({ blocks, width, normalized }, seed) {
  const random = generator(seedFor(seed, 'weights'));
  const dense = (outputs, inputs, bias = !normalized) => {
    const draw = () => Math.sqrt(2 / inputs) * normal(random);
    const weight = tf.tensor2d(Array.from({ length: outputs * inputs }, draw), [outputs, inputs]);
    return bias ? [weight, tf.zeros([outputs])] : [weight];
  };
  const norm = () => (normalized ? [tf.ones([width]), tf.zeros([width])] : []);
  const first = dense(width, SIDE ** 2);
  const branches = Array.from({ length: blocks }, () => [...norm(), ...dense(width, width)]);
  return [...first, ...branches.flat(), ...norm(), ...dense(10, width, true)];
}

/** Logits [N, 10]; and mean and variance of every norm, the batch's own if not given. */
function forward({ blocks, normalized }, parameters, x, statistics) {
  const rest = parameters[Symbol.iterator]();
  const next = () => rest.next().value;
  const taken = [];
  const dense = (x, bias = !normalized) => {
    const y = x.matMul(next(), false, true);
    return bias ? y.add(next()) : y;
  };
  const activated = (x) => {
    if (!normalized) return x.relu();
    const { mean, variance } = statistics?.[taken.length] ?? tf.moments(x, 0);
    taken.push({ mean, variance });
    return x.sub(mean).div(variance.add(1e-5).sqrt()).mul(next()).add(next()).relu();
  };
  x = dense(x);
  for (let block = 0; block < blocks; block++) x = x.add(dense(activated(x)));
  return [dense(activated(x), true), taken];
}

const crossEntropy = (logits, labels) =>
  tf.losses.softmaxCrossEntropy(tf.oneHot(labels, logits.shape[1]), logits);

/** Inputs [N, cells] and labels to learn from, and all others. */
function picturesOf(seed) {
  const [[inputs, labels], [others, otherLabels]] = glyphsOf(seed);
  const cells = tf.concat([inputs, others]).reshape([-1, SIDE ** 2]);
  const all = [cells, tf.concat([labels, otherLabels])];
  return [0, EXAMPLES].map((from) =>
    all.map((tensor) => tensor.slice(from, from === 0 ? EXAMPLES : -1)),
  );
}

/** Which pictures each step learns from: all in an order drawn anew, again and again. */
function* batches(size, seed) {
  const random = generator(seedFor(seed, 'batches'));
  const order = Array.from({ length: EXAMPLES }, (_, index) => index);
  while (true) {
    for (let last = EXAMPLES - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    for (let start = 0; start + size <= EXAMPLES; start += size) {
      yield order.slice(start, start + size);
    }
  }
}

/**
 * Loss on all that was learned from, part of the others that is read right, the step at which the
 * loss has left all bounds (0 if it has not), and the mean loss of every epoch's batches.
 */
function learn(network, size, rate, seed, [[inputs, labels], [others, otherLabels]]) {
  const order = batches(size, seed);
  const steps = Math.floor(EXAMPLES / size);
  const course = Array(EPOCHS).fill(NaN);
  let parameters = firstParameters(network, seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let total = 0;
    for (let step = 0; step < steps; step++) {
      const indices = tf.tensor1d(order.next().value, 'int32');
      const [x, right] = [inputs.gather(indices), labels.gather(indices)];
      const lossAt = (...parameters) => crossEntropy(forward(network, parameters, x)[0], right);
      const { value, grads } = tf.valueAndGrads(lossAt)(parameters);
      const [loss] = value.dataSync();
      if (!(loss <= 1000)) return [NaN, NaN, epoch * steps + step + 1, course];
      total += loss;
      parameters = parameters.map((one, index) => one.sub(grads[index].mul(rate)));
    }
    course[epoch] = total / steps;
  }
  const [logits, statistics] = forward(network, parameters, inputs);
  const [loss] = crossEntropy(logits, labels).dataSync();
  if (!(loss <= 1000)) return [NaN, NaN, EPOCHS * steps, course];
  const [answers] = forward(network, parameters, others, statistics);
  const [accuracy] = answers.argMax(1).equal(otherLabels).cast('float32').mean().dataSync();
  return [loss, accuracy, 0, course];
}
`;
