import { training } from '#kit/code-training.ts';
import { shortDecimal } from '#nd/short-decimal.ts';
import { EXAMPLES, glyphsOnly, LOST, treatmentsOf } from './data.ts';
import type { Params } from './params.ts';

/** The two directions of a plane, before they are as long as the weights; `drawn` are two random ones. */
const directions: Readonly<Record<Params['plane'], string>> = {
  random: `  // Each filter moves as far as it is long; li2018visualizing.
  const [across, up] = drawn.map((one) => filterNormalized(one, origin, shapes));`,
  plain: `  const [across, up] = drawn;`,
  gradient: `  const { gradient } = lossAndGradient(network, apart(origin, shapes), batch);
  const across = numbersOf(gradient).map((slope) => -slope);
  const up = without(across, filterNormalized(drawn[0], origin, shapes));`,
  path: `  // The directions in which the path's points differ most; random ones where they do not differ.
  const principal = principalDirections(path);
  const other = drawn.map((one) => filterNormalized(one, origin, shapes));
  const found = [...principal, ...other.slice(principal.length)];
  // Towards the start, and to the side on which the path lies.
  const towards = (to, along) =>
    dot(minus(to, origin), along) < 0 ? along.map((one) => -one) : along;
  const across = towards(path[0], found[0]);
  const up = towards(meanOf(path), without(across, found[1]));`,
};

const principal = `
/** The one or two directions in which points differ most, by the power method. */
function principalDirections(points) {
  const mean = meanOf(points);
  const differences = points.map((point) => minus(point, mean));
  const products = differences.map((a) => differences.map((b) => dot(a, b)));
  const total = products.reduce((sum, row, at) => sum + row[at], 0);
  const found = [];
  for (let index = 0; index < 2; index++) {
    let power = products;
    for (let squaring = 0; squaring < 14; squaring++) {
      const most = Math.max(...power.map((row, at) => row[at])) || 1;
      const scaled = power.map((row) => row.map((one) => one / most));
      power = scaled.map((row) => scaled.map((column) => dot(row, column)));
    }
    const longest = power.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    const vector = longest.map((one) => one / (lengthOf(longest) || 1));
    const variance = dot(vector, products.map((row) => dot(row, vector)));
    if (!(variance > 1e-12 * total)) break;
    const along = mean.map((_, at) => dot(vector, differences.map((difference) => difference[at])));
    found.push(along);
    products.forEach((row, a) => {
      row.forEach((_, b) => (row[b] -= variance * vector[a] * vector[b]));
    });
  }
  return found;
}
`;

/** The figure in TensorFlow.js. */
export function tfjs(params: Params): string {
  const { depth, width, compare, steps, seed, plane, points } = params;
  const [rate, momentum] = [shortDecimal(params.rate), shortDecimal(params.momentum)];
  const [range, rescale] = [shortDecimal(params.range), shortDecimal(params.rescale)];
  const treatments = treatmentsOf(compare).map((treatment) => `'${treatment}'`);
  const middle =
    plane === 'path'
      ? `[0, 1].map((axis) => {
    const side = seen.map(({ place }) => place[axis]);
    return (Math.min(...side) + Math.max(...side)) / 2;
  })`
      : '[0, 0]';
  return `${training.tfjs}

${glyphsOnly('//', params)}const batch = glyphsOf(${seed})[0].map((tensor) => tensor.slice(0, ${EXAMPLES}));

const dot = (a, b) => a.reduce((sum, one, at) => sum + one * b[at], 0);
const lengthOf = (vector) => Math.sqrt(dot(vector, vector));
const minus = (a, b) => a.map((one, at) => one - b[at]);
const scaled = (vector, length) => vector.map((one) => (one * length) / lengthOf(vector));
const meanOf = (points) =>
  points[0].map((_, at) => points.reduce((sum, point) => sum + point[at], 0) / points.length);
const numbersOf = (tensors) => Array.from(flat(tensors).dataSync());

/** What is left of a direction without its part along another one. */
function without(other, direction) {
  const share = dot(direction, other) / dot(other, other);
  return direction.map((one, at) => one - share * other[at]);
}

/** All numbers of one vector as a tensor for each of the parameters. */
function apart(vector, shapes) {
  let from = 0;
  return shapes.map((shape) => {
    const size = tf.util.sizeFromShape(shape);
    from += size;
    return tf.tensor(vector.slice(from - size, from), shape);
  });
}

/** Points of gradient descent on the whole batch, and their losses, until one is too large. */
function descend(network, rate, share, steps) {
  let [parameters, velocity] = [firstParameters(network, ${seed}), undefined];
  const [walked, losses] = [[], []];
  while (walked.length <= steps) {
    const { loss, gradient } = lossAndGradient(network, parameters, batch);
    const value = loss.dataSync()[0];
    if (!(value <= ${LOST})) break;
    walked.push(parameters);
    losses.push(value);
    velocity = velocity ? moved(gradient, velocity, share) : gradient;
    parameters = moved(parameters, velocity, -rate);
  }
  return [walked, losses];
}

/**
 * Every other hidden layer times a factor, the one behind it divided by it: ReLU lets the factor
 * through, and a norm takes it away. The network computes what it did.
 */
function rescaled(network, parameters, factor) {
  const layers = layersOf(network, parameters);
  for (let first = 0; first + 1 < network.depth; first += 2) {
    const last = network.treatment === 'none' ? 2 : 1;
    layers[first] = layers[first].map((one, at) => (at < last ? one.mul(factor) : one));
    layers[first + 1] = layers[first + 1].map((one, at) => (at < 1 ? one.div(factor) : one));
  }
  return layers.flat();
}

/** Where filters stand among all numbers: the rows of the dense weights. */
function filtersOf(shapes) {
  let from = 0;
  return shapes.flatMap((shape) => {
    const [rows, columns] = shape;
    const start = from;
    from += tf.util.sizeFromShape(shape);
    if (columns === undefined) return [];
    const at = (row) => start + row * columns;
    return Array.from({ length: rows }, (_, row) => [at(row), at(row + 1)]);
  });
}

/** Weights move by normal numbers; biases, γ and β stay where they are. */
function randomDirection(shapes, random) {
  const sizes = shapes.map(tf.util.sizeFromShape);
  const direction = new Array(sizes.reduce((sum, size) => sum + size)).fill(0);
  for (const [from, to] of filtersOf(shapes)) {
    for (let at = from; at < to; at++) direction[at] = normal(random);
  }
  return direction;
}

/** Each filter as long as that of the network. */
function filterNormalized(direction, point, shapes) {
  const normalized = direction.slice();
  for (const [from, to] of filtersOf(shapes)) {
    const filter = scaled(direction.slice(from, to), lengthOf(point.slice(from, to)));
    filter.forEach((one, at) => (normalized[from + at] = one));
  }
  return normalized;
}

const weightLength = (point, shapes) =>
  Math.hypot(...filtersOf(shapes).map(([from, to]) => lengthOf(point.slice(from, to))));
${plane === 'path' ? principal : ''}
/** A network's path, and the loss in a plane around it. Lengths are in those of its weights. */
function sliceOf(network) {
  const [walked, losses] = descend(network, ${rate}, ${momentum}, ${steps});
  const shapes = walked[0].map(({ shape }) => shape);
  const path = walked.map((parameters) => numbersOf(rescaled(network, parameters, ${rescale})));
  const origin = ${plane === 'gradient' ? 'path[0]' : 'path.at(-1)'};
  const random = generator(seedFor(${seed}, 'directions'));
  const drawn = [0, 1].map(() => randomDirection(shapes, random));
${directions[plane]}

  const unit = weightLength(${plane === 'plain' ? 'numbersOf(walked.at(-1))' : 'origin'}, shapes);
  const [a, b] = [across, up].map((direction) => scaled(direction, unit));
  const [aa, ab, bb] = [dot(a, a), dot(a, b), dot(b, b)];
  const seen = path.map((point) => {
    const away = minus(point, origin);
    const [x, y] = [dot(away, a), dot(away, b)];
    const area = aa * bb - ab * ab;
    const place = [(bb * x - ab * y) / area, (aa * y - ab * x) / area];
    const flatPart = away.map((_, at) => place[0] * a[at] + place[1] * b[at]);
    return { away, place, flatPart };
  });
  const middle = ${middle};
  const spread = (vectors) => {
    const mean = meanOf(vectors);
    return vectors.reduce((sum, one) => sum + lengthOf(minus(one, mean)) ** 2, 0);
  };
  const lossInPlane = (x, y) =>
    tf.tidy(() => {
      const point = origin.map((one, at) => one + x * a[at] + y * b[at]);
      return lossAt(network, apart(point, shapes), batch).dataSync()[0];
    });
  const aside = Array.from({ length: ${points} }, (_, place) => {
    return ${range} * ((2 * place) / ${points - 1} - 1);
  });
  return {
    losses,
    path: seen.map(({ place }) => place),
    outside: seen.map(({ away, flatPart }) => lengthOf(minus(away, flatPart)) / unit),
    away: seen.map(({ away }) => lengthOf(away) / unit),
    shadow: seen.map(({ place }) => lossInPlane(...place)),
    surface: aside.map((y) => aside.map((x) => lossInPlane(middle[0] + x, middle[1] - y))),
    middle,
    share: path.length > 1 ? spread(seen.map(({ flatPart }) => flatPart)) / spread(path) : 0,
    unit,
    numbers: origin.length,
  };
}

const slices = [${treatments.join(', ')}].map((treatment) =>
  sliceOf({ depth: ${depth}, width: ${width}, treatment }),
);
const gathered = (name) => tf.tensor(slices.map((one) => one[name]));
/** Filled up to the end of the run. */
const filled = (name, like) =>
  tf.tensor(
    slices.map((one) => Array.from({ length: ${steps + 1} }, (_, step) => one[name][step] ?? like)),
  );
const [losses, outside] = [filled('losses', NaN), filled('outside', NaN)];
const [away, shadow] = [filled('away', NaN), filled('shadow', NaN)];
const path = filled('path', [NaN, NaN]);
const [surface, middle, share] = [gathered('surface'), gathered('middle'), gathered('share')];
const [unit, numbers] = [gathered('unit'), gathered('numbers')];
surface.print();
`;
}
