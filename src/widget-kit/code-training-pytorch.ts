/**
 * Defines `forward`, `loss_at` and `loss_and_gradient` for PyTorch; uses what `networkInPython` defines.
 */
export const passesInPyTorch = `def forward(network, parameters, x, shakes=None):
    """Logits [N, 10], and the input of every activation, [N, width] each."""
    *hidden, last = layers_of(network, parameters)
    x, activation_inputs = x.flatten(1), []
    for layer, own in enumerate(hidden):
        if network.treatment == 'none':
            weight, bias = own
            x = F.linear(x, weight, bias)
        else:
            weight, gamma, beta = own
            x = F.batch_norm(F.linear(x, weight), None, None, gamma, beta, training=True)
        if shakes:
            scale, shift = shakes[layer]
            x = scale * x + shift
        activation_inputs.append(x)
        x = F.relu(x)
    return F.linear(x, *last), activation_inputs


def loss_at(network, parameters, batch, shakes=None):
    inputs, labels = batch
    logits, _ = forward(network, parameters, inputs, shakes)
    return F.cross_entropy(logits, labels)


def loss_and_gradient(network, parameters, batch, shakes=None):
    """The gradient has an array for each of the parameters."""
    parameters = [parameter.detach().requires_grad_() for parameter in parameters]
    loss = loss_at(network, parameters, batch, shakes)
    return loss.detach(), torch.autograd.grad(loss, parameters)
`;
