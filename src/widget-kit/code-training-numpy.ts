/**
 * Defines `forward`, `loss_at` and `loss_and_gradient` for NumPy, with the way back by hand; uses what
 * `networkInPython` defines. `forward` also gives what the way back needs.
 */
export const passesInNumPy = `# Every layer is a function, and another for the way back: from d, the gradient of the loss in what
# the layer gave, to the gradients in all that it took.


def dense(x, weight, bias=0):
    return x @ weight.T + bias


def dense_backward(d, x, weight):
    """Gradients in the input, the weight and the bias."""
    return d @ weight, d.T @ x, d.sum(axis=0)


def batch_norm(x, gamma, beta):
    """Every unit gets mean 0 and deviation 1 over the batch, then a scale and a shift of its own;
    what comes with that is for the way back."""
    deviation = np.sqrt(x.var(axis=0) + 1e-5)
    normalized = (x - x.mean(axis=0)) / deviation
    return gamma * normalized + beta, normalized, deviation


def batch_norm_backward(d, gamma, normalized, deviation):
    """Gradients in the input, γ and β. Mean and deviation move with the input, so that two parts of d
    do not get through: what all examples have in common, what goes along with their values."""
    common = d.mean(axis=0)
    along = normalized * (d * normalized).mean(axis=0)
    return (
        gamma / deviation * (d - common - along),
        (d * normalized).sum(axis=0),
        d.sum(axis=0),
    )


def cross_entropy(logits, labels):
    """The loss, and its gradient in the logits: softmax less 1 for the right class."""
    log = logits - logits.max(axis=1, keepdims=True)
    log = log - np.log(np.exp(log).sum(axis=1, keepdims=True))
    right = np.eye(len(GLYPHS))[labels]
    return -(right * log).sum(axis=1).mean(), (np.exp(log) - right) / len(labels)


def forward(network, parameters, x, shakes=None):
    """Logits [N, 10], the input of every activation, [N, width] each; what the way back needs."""
    *hidden, last = layers_of(network, parameters)
    x, activation_inputs, kept = x.reshape(len(x), -1), [], []
    for layer, (weight, *rest) in enumerate(hidden):
        kept.append([x])
        if network.treatment == 'none':
            x = dense(x, weight, *rest)
        else:
            x, *statistics = batch_norm(dense(x, weight), *rest)
            kept[layer] += statistics
        if shakes:
            scale, shift = shakes[layer]
            x = scale * x + shift
        activation_inputs.append(x)
        x = np.maximum(x, 0)  # ReLU
    return dense(x, *last), activation_inputs, [*kept, [x]]


def loss_at(network, parameters, batch, shakes=None):
    inputs, labels = batch
    logits, *_ = forward(network, parameters, inputs, shakes)
    return cross_entropy(logits, labels)[0]


def loss_and_gradient(network, parameters, batch, shakes=None):
    """The gradient has an array for each of the parameters, found from the last to the first."""
    inputs, labels = batch
    layers = layers_of(network, parameters)
    logits, activation_inputs, kept = forward(network, parameters, inputs, shakes)
    loss, d = cross_entropy(logits, labels)
    d, *gradient = dense_backward(d, kept[-1][0], layers[-1][0])
    for layer in reversed(range(network.depth)):
        (weight, *rest), (x, *statistics) = layers[layer], kept[layer]
        d = d * (activation_inputs[layer] > 0)  # ReLU
        if shakes:
            scale, _ = shakes[layer]
            d = d * scale
        if network.treatment == 'none':
            d, d_weight, d_bias = dense_backward(d, x, weight)
            gradient = [d_weight, d_bias, *gradient]
        else:
            d, d_gamma, d_beta = batch_norm_backward(d, rest[0], *statistics)
            d, d_weight, _ = dense_backward(d, x, weight)
            gradient = [d_weight, d_gamma, d_beta, *gradient]
    return loss, gradient
`;
