// The networks and runs of sweep.ts and stack.ts, one after the other, in Python.

const network = (
  library: 'torch' | 'np',
): string => `# In every branch ReLU and a dense layer follow batch normalization, if the network is normalized;
# before the classes they do so once more. Without it, layers have a bias.
Network = namedtuple('Network', 'blocks width normalized')


def first_parameters(network, seed):
    """Weights are normal with He's deviation, √(2 / inputs); biases and β are 0, γ is 1."""
    random = Generator(seed_for(seed, 'weights'))
    width = network.width

    def dense(outputs, inputs, bias=not network.normalized):
        weight = math.sqrt(2 / inputs) * random.normal(outputs, inputs)
        return [weight, ${library}.zeros(outputs)] if bias else [weight]

    norm = [${library}.ones(width), ${library}.zeros(width)] if network.normalized else []
    parameters = dense(width, SIDE**2)
    for _ in range(network.blocks):
        parameters += norm + dense(width, width)
    return parameters + norm + dense(len(GLYPHS), width, bias=True)
`;

/** Defines `Network`, `first_parameters`, `forward`, `cross_entropy` and `loss_and_gradient`. */
export const passesInPyTorch = `${network('torch')}

def forward(network, parameters, x, statistics=None):
    """Logits [N, 10]; and mean and variance of every norm, the batch's own if not given."""
    rest, taken = iter(parameters), []

    def dense(x, bias=not network.normalized):
        return F.linear(x, next(rest), next(rest) if bias else None)

    def activated(x):
        if network.normalized:
            mean, variance = statistics[len(taken)] if statistics else (x.mean(0), x.var(0, False))
            taken.append((mean, variance))
            x = next(rest) * (x - mean) / (variance + 1e-5).sqrt() + next(rest)
        return F.relu(x)

    x = dense(x)
    for _ in range(network.blocks):
        x = x + dense(activated(x))
    return dense(activated(x), bias=True), taken


def cross_entropy(logits, labels):
    return F.cross_entropy(logits, labels)


def loss_and_gradient(network, parameters, inputs, labels):
    """The gradient has an array for each of the parameters."""
    parameters = [parameter.detach().requires_grad_() for parameter in parameters]
    loss = cross_entropy(forward(network, parameters, inputs)[0], labels)
    return loss.detach(), torch.autograd.grad(loss, parameters)
`;

/** The same for NumPy, with the way back by hand. */
export const passesInNumPy = `${network('np')}

def forward(network, parameters, x, statistics=None, kept=None):
    """Logits [N, 10]; and mean and variance of every norm, the batch's own if not given. What the
    way back needs is kept, if there is a list for it."""
    rest, taken = iter(parameters), []

    def dense(x, bias=not network.normalized):
        y = x @ next(rest).T
        return y + next(rest) if bias else y

    def activated(x):
        gamma = normalized = deviation = None
        if network.normalized:
            mean, variance = statistics[len(taken)] if statistics else (x.mean(0), x.var(0))
            taken.append((mean, variance))
            gamma, deviation = next(rest), np.sqrt(variance + 1e-5)
            normalized = (x - mean) / deviation
            x = gamma * normalized + next(rest)
        y = np.maximum(x, 0)
        if kept is not None:
            kept.append((y, gamma, normalized, deviation))
        return y

    x = dense(x)
    for _ in range(network.blocks):
        x = x + dense(activated(x))
    return dense(activated(x), bias=True), taken


def log_softmax(logits):
    log = logits - logits.max(axis=1, keepdims=True)
    return log - np.log(np.exp(log).sum(axis=1, keepdims=True))


def cross_entropy(logits, labels):
    return -log_softmax(logits)[np.arange(len(labels)), labels].mean()


def activated_backward(d, y, gamma, normalized, deviation):
    """From the gradient in what an activation gave, those in the input of its norm, in γ and in β."""
    d = d * (y > 0)  # ReLU
    if gamma is None:
        return d, []
    # Mean and deviation move with the input: two parts of d do not get through.
    common, along = d.mean(axis=0), normalized * (d * normalized).mean(axis=0)
    in_input = gamma / deviation * (d - common - along)
    return in_input, [(d * normalized).sum(axis=0), d.sum(axis=0)]


def loss_and_gradient(network, parameters, inputs, labels):
    """The gradient has an array for each of the parameters, found from the last to the first."""
    kept = []
    logits, _ = forward(network, parameters, inputs, kept=kept)
    bias = not network.normalized
    *rest, last, _ = parameters
    d = (np.exp(log_softmax(logits)) - np.eye(len(GLYPHS))[labels]) / len(labels)
    gradient = [d.T @ kept[-1][0], d.sum(axis=0)]
    d, in_norm = activated_backward(d @ last, *kept.pop())
    gradient = in_norm + gradient
    each = 2 if bias else 3  # arrays of a branch: weight and bias, or γ, β and weight
    for block in reversed(range(network.blocks)):
        first = 2 * bias + (not bias) + each * block
        weight = parameters[first if bias else first + 2]
        in_dense = [d.T @ kept[-1][0], d.sum(axis=0)] if bias else [d.T @ kept[-1][0]]
        through, in_norm = activated_backward(d @ weight, *kept.pop())
        gradient = in_norm + in_dense + gradient
        d = d + through
    in_first = [d.T @ inputs, d.sum(axis=0)] if bias else [d.T @ inputs]
    return cross_entropy(logits, labels), in_first + gradient
`;

/** Defines `learn(network, size, rate, seed)`: what one run of a sweep comes to. */
export const runsInPython = (library: 'torch' | 'np'): string => `@cache
def pictures_of(seed):
    """Inputs [N, cells] and labels to learn from, and all others."""
    parts = zip(*glyphs_of(seed))
    inputs, labels = [${library}.${library === 'torch' ? 'cat' : 'concatenate'}(part) for part in parts]
    inputs = inputs.reshape(len(inputs), -1)
    return (inputs[:EXAMPLES], labels[:EXAMPLES]), (inputs[EXAMPLES:], labels[EXAMPLES:])


def batches(size, seed):
    """Which pictures each step learns from: all in an order drawn anew, again and again."""
    random, order = Generator(seed_for(seed, 'batches')), list(range(EXAMPLES))
    while True:
        for last, u in zip(reversed(range(1, EXAMPLES)), random.uniform(EXAMPLES - 1).tolist()):
            other = int(u * (last + 1))
            order[last], order[other] = order[other], order[last]
        for start in range(0, EXAMPLES - size + 1, size):
            yield order[start : start + size]


def learn(network, size, rate, seed):
    """Loss on all that was learned from, part of the others that is read right, the step at which
    the loss has left all bounds (0 if it has not), and the mean loss of every epoch's batches."""
    (inputs, labels), (others, other_labels) = pictures_of(seed)
    parameters, order = first_parameters(network, seed), batches(size, seed)
    steps, course = EXAMPLES // size, [math.nan] * EPOCHS
    for epoch in range(EPOCHS):
        total = 0
        for step in range(steps):
            indices = next(order)
            found = loss_and_gradient(network, parameters, inputs[indices], labels[indices])
            loss, gradient = found
            if not loss <= 1000:
                return math.nan, math.nan, epoch * steps + step + 1, course
            total += float(loss)
            parameters = [one - rate * along for one, along in zip(parameters, gradient)]
        course[epoch] = total / steps
    logits, statistics = forward(network, parameters, inputs)
    loss = float(cross_entropy(logits, labels))
    if not loss <= 1000:
        return math.nan, math.nan, EPOCHS * steps, course
    answers, _ = forward(network, parameters, others, statistics)
    right = answers.argmax(1) == other_labels
    return loss, float(right.sum()) / len(right), 0, course
`;
