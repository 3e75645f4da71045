import { BATCH, noise } from '#lab/glyph-network.ts';

// Runs of src/lab in Python, as far as PyTorch and NumPy write them alike.

/**
 * Defines `Network(depth, width, treatment)`, `first_parameters(network, seed)`,
 * `layers_of(network, parameters)` and `draw_shakes(network, seed, step, examples=BATCH)`; uses what
 * `glyphsInPython` defines and uses.
 */
export const networkInPython = (
  library: 'torch' | 'np',
): string => `# Dense layers of one width, each with ReLU, and a last one that gives the classes. The input of
# every ReLU is left as it is (treatment 'none'), normalized ('batch'), or also shaken ('noisy').
Network = namedtuple('Network', 'depth width treatment')


def first_parameters(network, seed):
    """Weights are normal with He's deviation, √(2 / inputs); biases and β are 0, γ is 1."""
    random = Generator(seed_for(seed, 'weights'))
    parameters, inputs = [], SIDE**2
    for _ in range(network.depth):
        parameters.append(math.sqrt(2 / inputs) * random.normal(network.width, inputs))
        if network.treatment != 'none':
            parameters.append(${library}.ones(network.width))  # γ; β takes the place of a bias
        parameters.append(${library}.zeros(network.width))
        inputs = network.width
    classes = len(GLYPHS)
    weight = math.sqrt(2 / inputs) * random.normal(classes, inputs)
    return [*parameters, weight, ${library}.zeros(classes)]


def layers_of(network, parameters):
    """Layer by layer: weight and bias, or weight, γ and β."""
    each = 2 if network.treatment == 'none' else 3
    return [parameters[start : start + each] for start in range(0, len(parameters), each)]


BATCH = ${BATCH}  # pictures

# A unit is shifted by -SHAKE_SHIFT to SHAKE_SHIFT and scaled by 1 to SHAKE_SCALE; each of its
# values by about as much, give or take SHAKE_SPREAD. How much, is yours to vary.
SHAKE_SHIFT, SHAKE_SCALE, SHAKE_SPREAD = ${noise.shift}, ${noise.scale}, ${noise.spread}


def draw_shakes(network, seed, step, examples=BATCH):
    """For every layer a scale and a shift of each value, [examples, width]; None without noise."""
    if network.treatment != 'noisy':
        return None
    random = Generator(seed_for(seed, 'noise', step))
    shakes = []
    for _ in range(network.depth):
        unit = random.uniform(network.width, 2)
        value = random.uniform(examples, network.width, 3)
        shift = SHAKE_SHIFT * (2 * unit[:, 0] - 1) + SHAKE_SPREAD * (2 * value[..., 0] - 1)
        scale = 1 + (SHAKE_SCALE - 1) * unit[:, 1] + SHAKE_SPREAD * box_muller(value[..., 1:])
        shakes.append((scale, shift))
    return shakes
`;

/**
 * Defines `flat(arrays)`, `moved(parameters, direction, distance)`, `batches(seed)` and
 * `train(network, rate, steps, seed)`, which yields a `Step` at a time; uses what `networkInPython` and
 * the library's own part define.
 */
export const descentInPython = (library: 'torch' | 'np'): string => `def flat(arrays):
    """All numbers of several arrays as one vector."""
    return ${library}.hstack([array.flatten() for array in arrays])


def moved(parameters, direction, distance):
    """So far along a direction, which has an array for each of the parameters."""
    return [parameter + distance * along for parameter, along in zip(parameters, direction)]


def batches(seed):
    """Which pictures each step learns from: all in an order drawn anew, again and again."""
    random, order = Generator(seed_for(seed, 'batches')), list(range(LEARNED))
    while True:
        for last, u in zip(reversed(range(1, LEARNED)), random.uniform(LEARNED - 1).tolist()):
            other = int(u * (last + 1))
            order[last], order[other] = order[other], order[last]
        for start in range(0, LEARNED - BATCH + 1, BATCH):
            yield order[start : start + BATCH]


Step = namedtuple('Step', 'loss gradient parameters batch shakes')


def train(network, rate, steps, seed):
    """Gradient descent: every step yields what it finds, before its parameters move."""
    (inputs, labels), _ = glyphs_of(seed)
    parameters = first_parameters(network, seed)
    for step, indices in zip(range(steps), batches(seed)):
        batch = inputs[indices], labels[indices]
        shakes = draw_shakes(network, seed, step)
        loss, gradient = loss_and_gradient(network, parameters, batch, shakes)
        yield Step(loss, gradient, parameters, batch, shakes)
        parameters = moved(parameters, gradient, -rate)
`;
