import { training } from '#kit/code-training.ts';
import { shortDecimal } from '#nd/short-decimal.ts';
import { EXAMPLES, glyphsOnly, LOST, treatmentsOf } from './data.ts';
import type { Params } from './params.ts';

/** What PyTorch and NumPy write differently. */
const libraries = {
  pytorch: {
    name: 'torch',
    array: 'torch.tensor',
    placed: 'torch.linalg.lstsq(directions, away.T).solution.T',
  },
  numpy: {
    name: 'np',
    array: 'np.array',
    placed: 'np.linalg.lstsq(directions, away.T, rcond=None)[0].T',
  },
} as const;

/** The two directions of a plane, before they are as long as the weights; `drawn` are two random ones. */
const directions = (name: string): Readonly<Record<Params['plane'], string>> => ({
  random: `    # Each filter moves as far as it is long; li2018visualizing.
    across, up = (flat(filter_normalized(one, origin)) for one in drawn)`,
  plain: `    across, up = (flat(one) for one in drawn)`,
  gradient: `    _, gradient = loss_and_gradient(network, origin, batch)
    across = -flat(gradient)
    up = without(across, flat(filter_normalized(drawn[0], origin)))`,
  path: `    # The directions in which the path's points differ most; random ones where they do not differ.
    _, sizes, principal = ${name}.linalg.svd(points - points.mean(0), full_matrices=False)
    principal = [one for one, size in zip(principal, sizes) if size**2 > 1e-12 * (sizes**2).sum()]
    others = [flat(filter_normalized(one, origin)) for one in drawn]
    across, up = [*principal, *others[len(principal) :]][:2]
    up = without(across, up)
    # Towards the start, and to the side on which the path lies.
    across = across if across @ (points[0] - points[-1]) >= 0 else -across
    up = up if up @ (points.mean(0) - points[-1]) >= 0 else -up`,
});

/** The figure in PyTorch or NumPy. */
export function python(language: keyof typeof libraries, params: Params): string {
  const { depth, width, compare, steps, seed, plane, points } = params;
  const [rate, momentum] = [shortDecimal(params.rate), shortDecimal(params.momentum)];
  const [range, rescale] = [shortDecimal(params.range), shortDecimal(params.rescale)];
  const { name, array, placed } = libraries[language];
  const treatments = treatmentsOf(compare).map((treatment) => `'${treatment}'`);
  const origin = plane === 'gradient' ? 'path[0]' : 'path[-1]';
  const measured = plane === 'plain' ? 'walked[-1]' : 'origin';
  const middle =
    plane === 'path' ? `[float(side.min() + side.max()) / 2 for side in places.T]` : '[0.0, 0.0]';
  return `${training[language]}

${glyphsOnly('#', params)}(inputs, labels), _ = glyphs_of(${seed})
batch = inputs[:${EXAMPLES}], labels[:${EXAMPLES}]


def descend(network, rate, share, steps):
    """Points of gradient descent on the whole batch, and their losses, until one is too large."""
    parameters, velocity, path, losses = first_parameters(network, ${seed}), None, [], []
    while len(path) <= steps:
        loss, gradient = loss_and_gradient(network, parameters, batch)
        if not loss <= ${LOST}:
            break
        path.append(parameters)
        losses.append(float(loss))
        velocity = gradient if velocity is None else moved(gradient, velocity, share)
        parameters = moved(parameters, velocity, -rate)
    return path, losses


def rescaled(network, parameters, factor):
    """Every other hidden layer times a factor, the one behind it divided by it: ReLU lets it
    through, and a norm takes it away. The network computes what it did."""
    layers = [list(layer) for layer in layers_of(network, parameters)]
    for first, second in zip(layers[: network.depth - 1 : 2], layers[1 : network.depth : 2]):
        first[0], second[0] = first[0] * factor, second[0] / factor
        if network.treatment == 'none':
            first[1] = first[1] * factor
    return [one for layer in layers for one in layer]


def random_direction(parameters, random):
    """Weights move by normal numbers; biases, γ and β stay where they are."""
    return [random.normal(*one.shape) if one.ndim == 2 else 0 * one for one in parameters]


def filter_normalized(direction, parameters):
    """Each filter, which is a row of a dense weight, as long as that of the network."""
    length = lambda one: (one**2).sum(1, keepdims=True) ** 0.5
    return [
        along / length(along) * length(one) if one.ndim == 2 else along
        for along, one in zip(direction, parameters)
    ]


def without(other, direction):
    """What is left of a direction without its part along another one."""
    return direction - (direction @ other) / (other @ other) * other


def length_of(vector):
    return float((vector**2).sum()) ** 0.5


def apart(vector, parameters):
    """All numbers of one vector as an array for each of the parameters."""
    arrays = []
    for one in parameters:
        size = math.prod(one.shape)
        arrays.append(vector[:size].reshape(one.shape))
        vector = vector[size:]
    return arrays


def slice_of(network):
    """A network's path, and the loss in a plane around it. Lengths are in those of its weights."""
    walked, losses = descend(network, ${rate}, ${momentum}, ${steps})
    path = [rescaled(network, parameters, ${rescale}) for parameters in walked]
    points = ${name}.stack([flat(parameters) for parameters in path])
    origin = ${origin}
    random = Generator(seed_for(${seed}, 'directions'))
    drawn = [random_direction(origin, random) for _ in range(2)]
${directions(name)[plane]}

    unit = length_of(flat([one for one in ${measured} if one.ndim == 2]))
    across, up = across * (unit / length_of(across)), up * (unit / length_of(up))
    directions, away = ${name}.stack([across, up]).T, points - flat(origin)
    places = ${placed}
    seen = places @ directions.T
    spread = lambda vectors: ((vectors - vectors.mean(0)) ** 2).sum()
    middle = ${middle}

    def loss_in_plane(x, y):
        return float(loss_at(network, apart(flat(origin) + x * across + y * up, origin), batch))

    aside = [${range} * (2 * place / ${points - 1} - 1) for place in range(${points})]
    return {
        'losses': losses,
        'path': places.tolist(),
        'outside': [length_of(one) / unit for one in away - seen],
        'away': [length_of(one) / unit for one in away],
        'shadow': [loss_in_plane(*place) for place in places],
        'surface': [
            [loss_in_plane(middle[0] + x, middle[1] - y) for x in aside] for y in aside
        ],
        'middle': middle,
        'share': float(spread(seen) / spread(points)) if len(points) > 1 else 0,
        'unit': unit,
        'numbers': len(flat(origin)),
    }


def padded(values, like):
    """Filled up with NaN to the end of the run."""
    return values + [like] * (${steps + 1} - len(values))


slices = [slice_of(Network(${depth}, ${width}, treatment)) for treatment in [${treatments.join(', ')}]]
losses, outside, away, shadow = (
    ${array}([padded(one[name], math.nan) for one in slices])
    for name in ('losses', 'outside', 'away', 'shadow')
)
path = ${array}([padded(one['path'], [math.nan, math.nan]) for one in slices])
surface, middle, share, unit, numbers = (
    ${array}([one[name] for one in slices])
    for name in ('surface', 'middle', 'share', 'unit', 'numbers')
)
print(surface)
`;
}
