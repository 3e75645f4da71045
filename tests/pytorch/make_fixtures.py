"""Writes the reference values that src/tensor and the widgets are held against.

Computed by PyTorch in float64 from inputs that float32 holds exactly. Run with Debian's
python3-torch:  python3 tests/pytorch/make_fixtures.py
"""

import itertools
import json
import math
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(20190512)


def random_tensor(*shape, scale=1.0):
    """Normal numbers on a grid of 1/64, so that they are exact in float32 and short in text."""
    return torch.round(torch.randn(*shape, generator=generator) * scale * 64) / 64


def single(*shape, scale):
    """Normal numbers that float32 holds."""
    return (torch.randn(*shape, generator=generator) * scale).float().double()


def uniform(low, high):
    return (low + (high - low) * torch.rand(1, generator=generator)).item()


def array(tensor):
    values = [float(f"{value:.9g}") for value in tensor.detach().flatten().tolist()]
    return {"shape": list(tensor.shape), "data": [int(v) if v == int(v) else v for v in values]}


def write(name, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (HERE / f"{name}.json").write_text(f"[\n{lines}\n]\n")
    print(f"{name}: {len(cases)} cases")


def pad(x, edges, mode, value):
    """edges: [[top, bottom], [left, right]]"""
    (top, bottom), (left, right) = edges
    if mode == "constant":
        return F.pad(x, (left, right, top, bottom), value=value)
    return F.pad(x, (left, right, top, bottom), mode=mode)


def four_edges(padding):
    pair = [padding, padding] if isinstance(padding, int) else padding
    return [edge if isinstance(edge, list) else [edge, edge] for edge in pair]


def conv_case(name, x_shape, w_shape, bias=True, **options):
    x = random_tensor(*x_shape).requires_grad_()
    weight = random_tensor(*w_shape, scale=0.5).requires_grad_()
    b = random_tensor(w_shape[0]).requires_grad_() if bias else None
    walk = {key: options[key] for key in ("stride", "dilation", "groups") if key in options}
    padding = options.get("padding", 0)
    if padding in ("same", "valid") and options.get("paddingMode", "constant") == "constant":
        y = F.conv2d(x, weight, b, padding=padding, **walk)
    else:
        padded = pad(
            x,
            four_edges(padding),
            options.get("paddingMode", "constant"),
            options.get("paddingValue", 0.0),
        )
        y = F.conv2d(padded, weight, b, **walk)
    dy = random_tensor(*y.shape)
    y.backward(dy)
    case = {"name": name, "options": options, "x": array(x), "weight": array(weight)}
    if bias:
        case |= {"bias": array(b), "dBias": array(b.grad)}
    return case | {"dy": array(dy), "y": array(y), "dx": array(x.grad), "dWeight": array(weight.grad)}


def conv_cases():
    cases = []
    for k, s, d in itertools.product((1, 2, 3, 5), (1, 2, 3), (1, 2, 3)):
        if d * (k - 1) + 1 > 9:
            continue
        cases.append(
            conv_case(f"kernel {k} stride {s} dilation {d}", (2, 2, 9, 8 if k < 5 or d < 2 else 9),
                      (3, 2, k, k), stride=s, dilation=d)
        )
    for mode, p, s in itertools.product(("constant", "reflect", "replicate"), (1, 2, 3), (1, 2)):
        cases.append(
            conv_case(f"padding {p} {mode} stride {s}", (2, 2, 6, 5), (2, 2, 3, 3),
                      padding=p, paddingMode=mode, stride=s)
        )
    cases += [
        conv_case("padding value", (1, 2, 5, 5), (2, 2, 3, 3), padding=1, paddingValue=0.75),
        conv_case("padding pair", (1, 1, 6, 5), (1, 1, 5, 3), padding=[2, 1]),
        conv_case("padding four edges", (1, 2, 5, 6), (2, 2, 3, 3), padding=[[0, 2], [1, 3]]),
        conv_case("four edges reflected", (1, 2, 5, 6), (2, 2, 3, 3), padding=[[0, 2], [1, 3]], paddingMode="reflect"),
        conv_case("same, odd kernel", (1, 2, 7, 6), (2, 2, 3, 3), padding="same"),
        conv_case("same, even kernel", (1, 2, 7, 6), (2, 2, 4, 2), padding="same"),
        conv_case("same, dilated", (1, 1, 7, 7), (1, 1, 3, 3), padding="same", dilation=2),
        conv_case("valid", (1, 2, 7, 6), (2, 2, 3, 3), padding="valid"),
        conv_case("stride pair, dilation pair", (2, 2, 9, 11), (3, 2, 3, 3), stride=[2, 3], dilation=[1, 2]),
        conv_case("no bias", (2, 3, 5, 5), (4, 3, 3, 3), bias=False, padding=1),
        conv_case("groups 2", (2, 4, 6, 6), (6, 2, 3, 3), groups=2, padding=1),
        conv_case("groups 2, stride and dilation", (2, 4, 9, 9), (4, 2, 3, 3), groups=2, stride=2, dilation=2, padding=2),
        conv_case("depthwise", (2, 4, 6, 6), (4, 1, 3, 3), groups=4, padding=1),
        conv_case("depthwise, two filters a channel", (1, 3, 6, 6), (6, 1, 3, 3), groups=3),
        conv_case("pointwise", (2, 3, 4, 4), (5, 3, 1, 1)),
        conv_case("kernel as large as the input", (2, 2, 4, 4), (3, 2, 4, 4)),
        conv_case("one row", (1, 1, 1, 9), (2, 1, 1, 3)),
        conv_case("wide kernel, tall stride", (1, 2, 8, 8), (2, 2, 2, 5), stride=[3, 1], padding=[1, 2]),
    ]
    return cases


def pool_case(name, op, x_shape, kernel, **options):
    x = random_tensor(*x_shape).requires_grad_()
    padding = options.get("padding", 0)
    arguments = {"stride": options.get("stride"), "padding": padding, "ceil_mode": options.get("ceilMode", False)}
    if op == "max":
        y = F.max_pool2d(x, kernel, dilation=options.get("dilation", 1), **arguments)
    else:
        y = F.avg_pool2d(x, kernel, count_include_pad=options.get("countIncludePad", True), **arguments)
    dy = random_tensor(*y.shape)
    y.backward(dy)
    return {"name": name, "op": op, "kernel": kernel, "options": options, "x": array(x), "dy": array(dy), "y": array(y), "dx": array(x.grad)}


def pool_cases():
    cases = []
    for op, (k, s, p), ceil in itertools.product(
        ("max", "avg"), ((2, 2, 0), (3, 1, 1), (3, 2, 1), (3, 2, 0), (2, 3, 1), (4, 2, 2)), (False, True)
    ):
        cases.append(pool_case(f"{op} {k} stride {s} padding {p} ceil {ceil}", op, (2, 3, 7, 8), k, stride=s, padding=p, ceilMode=ceil))
    cases += [
        pool_case("max, default stride", "max", (1, 2, 6, 6), 3),
        pool_case("max, dilated", "max", (1, 2, 8, 8), 3, stride=2, dilation=2, padding=1),
        pool_case("max, rectangular", "max", (1, 2, 6, 8), [2, 3], stride=[1, 2]),
        pool_case("avg, rectangular", "avg", (1, 2, 6, 8), [2, 3], stride=[1, 2]),
        pool_case("avg, padding not counted", "avg", (1, 2, 6, 6), 3, stride=2, padding=1, countIncludePad=False),
        pool_case("avg, padding not counted, ceil", "avg", (1, 2, 6, 7), 3, stride=2, padding=1, countIncludePad=False, ceilMode=True),
    ]
    tied = torch.ones(1, 1, 4, 4).requires_grad_()
    y = F.max_pool2d(tied, 2, stride=1)
    dy = random_tensor(*y.shape)
    y.backward(dy)
    cases.append({"name": "max, all cells tie", "op": "max", "kernel": 2, "options": {"stride": 1}, "x": array(tied), "dy": array(dy), "y": array(y), "dx": array(tied.grad)})
    x = random_tensor(2, 3, 5, 4).requires_grad_()
    y = F.adaptive_avg_pool2d(x, 1)
    dy = random_tensor(*y.shape)
    y.backward(dy)
    cases.append({"name": "global average", "op": "globalAvg", "kernel": 0, "options": {}, "x": array(x), "dy": array(dy), "y": array(y), "dx": array(x.grad)})
    return cases


ACTIVATIONS = {
    "identity": lambda x, alpha: x * 1,
    "relu": lambda x, alpha: F.relu(x),
    "leakyRelu": lambda x, alpha: F.leaky_relu(x, alpha if alpha is not None else 0.01),
    "gelu": lambda x, alpha: F.gelu(x),
    "geluTanh": lambda x, alpha: F.gelu(x, approximate="tanh"),
    "silu": lambda x, alpha: F.silu(x),
    "sigmoid": lambda x, alpha: torch.sigmoid(x),
    "tanh": lambda x, alpha: torch.tanh(x),
    "elu": lambda x, alpha: F.elu(x, alpha if alpha is not None else 1.0),
    "softplus": lambda x, alpha: F.softplus(x, threshold=1000),
    "hardSwish": lambda x, alpha: F.hardswish(x),
}

# Drawn for after all that was there before them, so that nothing else is drawn anew.
LATER_ACTIVATIONS = {
    "relu6": lambda x, alpha: F.relu6(x),
    "selu": lambda x, alpha: F.selu(x),
    "logSigmoid": lambda x, alpha: F.logsigmoid(x),
    "softsign": lambda x, alpha: F.softsign(x),
    "mish": lambda x, alpha: F.mish(x),
}


def activation_cases(activations, more=()):
    cases = []
    settings = [(name, None) for name in activations] + list(more)
    for name, alpha in settings:
        grid = torch.arange(-9, 9.25, 0.25)
        if name == "hardSwish":  # the derivative at its kinks is a convention
            grid = grid[grid.abs() != 3]
        if name == "relu6":
            grid = grid[(grid != 0) & (grid != 6)]
        extremes = torch.tensor([-40.0, -20.0, 20.0, 40.0])
        x = torch.cat([grid, extremes, random_tensor(32)]).requires_grad_()
        y = activations[name](x, alpha)
        dy = random_tensor(*y.shape)
        y.backward(dy)
        options = {} if alpha is None else {"alpha": alpha}
        cases.append({"name": name, "options": options, "x": array(x), "dy": array(dy), "y": array(y), "dx": array(x.grad)})
    return cases


def conv_filter_cases(settings):
    """States of the conv-filter widget: one image, one square kernel, one setting and activation after another."""
    cases = []
    for (k, s, mode, d), name in settings:
        span = d * (k - 1) + 1
        p = min(span // 2, 4) if mode != "constant" else (span // 2 if s > 1 else 0)
        n = max(span - 2 * p, 7) + (k + s) % 3
        x = random_tensor(1, 1, n, n + (d - 1))
        weight = random_tensor(1, 1, k, k, scale=0.5)
        b = random_tensor(1)
        value = (s - 1) / 2 if mode == "constant" else 0.0
        padded = pad(x, four_edges(p), mode, value)
        pre = F.conv2d(padded, weight, b, stride=s, dilation=d)
        post = (ACTIVATIONS | LATER_ACTIVATIONS)[name](pre, None)
        params = {"image": array(x[0, 0]), "kernel": array(weight[0, 0]), "bias": b.item(), "stride": s,
                  "padding": p, "paddingMode": mode, "paddingValue": value, "dilation": d, "activation": name}
        cases.append({"params": params, "pre": array(pre[0, 0]), "post": array(post[0, 0])})
    return cases


NORMS = ("batchNorm", "batchNormEvaluation", "layerNorm", "instanceNorm", "groupNorm", "rmsNorm")
OFFSETS = (0.0, 0.0, 3.0, -40.0, 1e4)


def norm_case(index, pick):
    """One random case: sizes, offset, scale, ε, γ and β drawn; in every fifth a channel is constant.

    `terms` is the size of what cancels in ∂x: in a set of two values, which become −1 and 1 whatever
    they are, hardly anything is left of it.
    """
    op = NORMS[index % len(NORMS)]
    groups = pick((1, 2, 3)) if op == "groupNorm" else 1
    channels = groups * pick((1, 2)) if op == "groupNorm" else pick((1, 2, 3, 4))
    n, h, w = pick((1, 2, 3)), pick((2, 3)), pick((1, 2, 3, 4))
    offset, epsilon = pick(OFFSETS), pick((1e-5, 1e-3))
    x = random_tensor(n, channels, h, w, scale=pick((0.25, 1.0, 3.0))) + offset
    if index % 5 == 4:
        x[:, 0] = x[0, 0, 0, 0].item()
    x.requires_grad_()
    shape = [channels, h, w] if op in ("layerNorm", "rmsNorm") else [channels]
    gamma = random_tensor(*shape).requires_grad_() if pick((True, True, False)) else None
    beta = random_tensor(*shape).requires_grad_() if pick((True, False)) and op != "rmsNorm" else None
    options, extra = {"epsilon": epsilon}, {}
    if op == "batchNorm":
        y = F.batch_norm(x, None, None, gamma, beta, training=True, eps=epsilon)
    elif op == "batchNormEvaluation":
        mean = random_tensor(channels) + offset
        variance = random_tensor(channels).abs() + 0.25
        y = F.batch_norm(x, mean, variance, gamma, beta, training=False, eps=epsilon)
        extra = {"running": {"mean": array(mean), "variance": array(variance)}}
    elif op == "layerNorm":
        y = F.layer_norm(x, shape, gamma, beta, eps=epsilon)
    elif op == "instanceNorm":
        y = F.instance_norm(x, weight=gamma, bias=beta, eps=epsilon)
    elif op == "groupNorm":
        # PyTorch 1.13 has no gradient for β without γ.
        y = F.group_norm(x, groups, torch.ones(channels) if gamma is None else gamma, beta, eps=epsilon)
        options["groups"] = groups
    else:
        y = x * torch.rsqrt(x.pow(2).mean((1, 2, 3), keepdim=True) + epsilon)
        y = y if gamma is None else y * gamma
    dy = random_tensor(*y.shape)
    y.backward(dy)
    sets = {"batchNorm": x.transpose(0, 1).reshape(channels, -1), "instanceNorm": x.reshape(n * channels, -1),
            "groupNorm": x.reshape(n * groups, -1)}.get(op, x.reshape(n, -1))
    smallest = variance if op == "batchNormEvaluation" else (
        x.pow(2).mean() if op == "rmsNorm" else sets.var(1, unbiased=False))
    terms = dy.abs().max() * (1 if gamma is None else gamma.abs().max()) / (smallest.min() + epsilon).sqrt()

    def clean(tensor):
        """Without what rounding leaves of a constant set, which is nothing."""
        return torch.where(tensor.abs() < 1e-9, torch.zeros_like(tensor), tensor)

    name = f"{index} {op} {list(x.shape)} around {offset:g}"
    case = {"name": name, "op": op, "options": options, "x": array(x)} | extra
    for key, tensor in (("gamma", gamma), ("beta", beta)):
        if tensor is not None:
            case |= {key: array(tensor), f"d{key.capitalize()}": array(clean(tensor.grad))}
    return case | {"terms": terms.item(), "dy": array(dy), "y": array(clean(y)), "dx": array(clean(x.grad))}


def norm_cases():
    def pick(choices):
        return choices[int(torch.randint(len(choices), (1,), generator=generator))]

    return [norm_case(index, pick) for index in range(240)]


def running_cases():
    """Running statistics of 100 batches, by the rules of PyTorch and of Keras, step by step."""
    batches = [random_tensor(4, 2, 2, 2, scale=1.0 + step / 50) + step / 16 for step in range(100)]
    cases = []
    for rule, share, unbiased in (("pytorch", 0.1, True), ("keras", 0.01, False), ("kerasFused", 0.01, True)):
        layer = torch.nn.BatchNorm2d(2, momentum=share)
        mean, variance, steps = torch.zeros(2), torch.ones(2), []
        for batch in batches:
            layer(batch)
            mean = (1 - share) * mean + share * batch.mean((0, 2, 3))
            variance = (1 - share) * variance + share * batch.var((0, 2, 3), unbiased=unbiased)
            steps.append([*mean.tolist(), *variance.tolist()])
        if unbiased:
            assert torch.allclose(layer.running_mean, mean) and torch.allclose(layer.running_var, variance)
        cases.append({"rule": rule, "steps": array(torch.tensor(steps))})
    return [{"batches": array(torch.stack(batches)), "rules": cases}]


def linear_cases():
    def case(n, inputs, outputs, bias):
        x = random_tensor(n, inputs).requires_grad_()
        weight = random_tensor(outputs, inputs, scale=0.5).requires_grad_()
        b = random_tensor(outputs).requires_grad_() if bias else None
        y = F.linear(x, weight, b)
        dy = random_tensor(*y.shape)
        y.backward(dy)
        given = [tensor for tensor in (x, weight, b) if tensor is not None]
        return {"name": f"[{n}, {inputs}] to {outputs}{'' if bias else ', no bias'}",
                "inputs": [array(tensor) for tensor in given], "dy": array(dy), "y": array(y),
                "gradients": [array(tensor.grad) for tensor in given]}

    return [case(*sizes) for sizes in itertools.product((1, 5), (1, 2, 17), (1, 3, 8), (True, False))]


def cross_entropy_cases():
    def case(n, classes, scale):
        logits = random_tensor(n, classes, scale=scale).requires_grad_()
        labels = torch.randint(classes, (n,), generator=generator)
        loss = F.cross_entropy(logits, labels)
        loss.backward()
        return {"name": f"{n} of {classes} classes, logits around {scale:g}", "logits": array(logits),
                "targets": array(F.one_hot(labels, classes).double()), "loss": array(loss),
                "gradient": array(logits.grad)}

    return [case(*sizes) for sizes in itertools.product((1, 6), (2, 10), (0.1, 1, 30, 1000))]


def through(layers, parameters, x):
    """A network of src/lab, which lists its parameters in the order of computing."""
    for layer in layers:
        kind = layer["kind"]
        if kind == "dense":
            x = F.linear(x, next(parameters), next(parameters) if layer.get("bias", True) else None)
        elif kind == "conv":
            weight = next(parameters)
            bias = next(parameters) if layer.get("bias", True) else None
            x = F.conv2d(x, weight, bias, stride=layer.get("stride", 1), padding=layer.get("padding", 0))
        elif kind == "norm":
            gamma, beta = next(parameters), None if layer["norm"] == "rms" else next(parameters)
            if layer["norm"] == "batch":
                x = F.batch_norm(x, None, None, gamma, beta, training=True)
            elif layer["norm"] == "layer":
                x = F.layer_norm(x, x.shape[1:], gamma, beta)
            elif layer["norm"] == "group":
                x = F.group_norm(x, layer["groups"], gamma, beta)
            elif layer["norm"] == "instance":
                x = F.instance_norm(x, weight=gamma, bias=beta)
            else:
                axes = tuple(range(1, x.dim()))
                x = gamma * x * torch.rsqrt(x.pow(2).mean(axes, keepdim=True) + 2.0**-23)
        elif kind == "activation":
            x = {"relu": F.relu, "tanh": torch.tanh, "identity": lambda v: v, "gelu": F.gelu}[layer["name"]](x)
        elif kind == "global-average":
            x = x.mean((2, 3))
        elif kind == "flatten":
            x = x.flatten(1)
        else:
            branch = through(layer["branch"], parameters, x)
            x = through(layer.get("shortcut", []), parameters, x) + layer.get("scale", 1) * branch
    return x


def training_cases():
    """Five steps of gradient descent from given weights on given batches, loss by loss."""
    dense, relu, tanh = (lambda units, **more: {"kind": "dense", "units": units} | more), {"kind": "activation", "name": "relu"}, {"kind": "activation", "name": "tanh"}
    norm = lambda name, **more: {"kind": "norm", "norm": name} | more
    conv = lambda channels, **more: {"kind": "conv", "channels": channels, "kernel": 3, "padding": 1} | more
    networks = {
        "dense": ([6], [dense(8), relu, dense(8), tanh, dense(3)], [(8, 6), (8,), (8, 8), (8,), (3, 8), (3,)]),
        "linear chain": ([6], [dense(6, bias=False)] * 4 + [dense(3)], [(6, 6)] * 4 + [(3, 6), (3,)]),
        "dense with BN": ([6], [dense(8, bias=False), norm("batch"), relu, dense(3)], [(8, 6), (8,), (8,), (3, 8), (3,)]),
        "dense with LN and RMSNorm": ([6], [dense(8), norm("layer"), relu, dense(8), norm("rms"), relu, dense(3)],
                                      [(8, 6), (8,), (8,), (8,), (8, 8), (8,), (8,), (3, 8), (3,)]),
        "conv with BN": ([2, 6, 6], [conv(4, bias=False), norm("batch"), relu, conv(4, stride=2), norm("group", groups=2),
                                     relu, conv(4), norm("instance"), relu, {"kind": "global-average"}, dense(3)],
                         [(4, 2, 3, 3), (4,), (4,), (4, 4, 3, 3), (4,), (4,), (4,), (4, 4, 3, 3), (4,), (4,), (4,), (3, 4), (3,)]),
        "conv, flattened": ([1, 5, 5], [conv(2), {"kind": "activation", "name": "gelu"}, {"kind": "flatten"}, dense(3)],
                            [(2, 1, 3, 3), (2,), (3, 50), (3,)]),
        "residual": ([3, 4, 4], [conv(4), {"kind": "residual", "scale": 0.5, "branch": [norm("batch"), relu, conv(4)]},
                                 {"kind": "residual", "branch": [relu, conv(6)], "shortcut": [conv(6, kernel=1, padding=0, bias=False)]},
                                 {"kind": "global-average"}, dense(3)],
                     [(4, 3, 3, 3), (4,), (4,), (4,), (4, 4, 3, 3), (4,), (6, 4, 3, 3), (6,), (6, 4, 1, 1), (3, 6), (3,)]),
    }
    cases = []
    for (name, (shape, layers, parameters)), momentum in itertools.product(networks.items(), (0.0, 0.9)):
        start = [random_tensor(*sizes, scale=0.5) + (1 if len(sizes) == 1 else 0) for sizes in parameters]
        learned = [tensor.clone().requires_grad_() for tensor in start]
        optimizer = torch.optim.SGD(learned, lr=0.05, momentum=momentum)
        batches, losses, gradient = [], [], None
        for _ in range(5):
            x, labels = random_tensor(8, *shape), torch.randint(3, (8,), generator=generator)
            loss = F.cross_entropy(through(layers, iter(learned), x), labels)
            optimizer.zero_grad()
            loss.backward()
            if gradient is None:
                gradient = torch.cat([tensor.grad.flatten() for tensor in learned])
            optimizer.step()
            batches.append({"inputs": array(x), "labels": labels.tolist()})
            losses.append(loss)
        flat = lambda tensors: array(torch.cat([tensor.flatten() for tensor in tensors]))
        cases.append({"name": name + (", momentum" if momentum else ""), "momentum": momentum, "learningRate": 0.05,
                      "network": {"input": shape, "layers": layers}, "start": flat(start), "batches": batches,
                      "losses": array(torch.stack(losses)), "gradient": array(gradient), "end": flat(learned)})
    return cases


WEIGHT_SHAPES = ((1, 4), (6, 32), (3, 5), (2, 3, 3, 3), (8, 4, 7, 7), (4, 1, 1, 1), (5, 8, 1, 1), (3, 2, 1, 3))


def weight_standardize_cases():
    """Plain, as nfnets/base.py of DeepMind scales it, and as std_conv.py of timm does."""
    cases = []
    for shape, mean in itertools.product(WEIGHT_SHAPES, (0.0, 3.0)):
        axes = tuple(range(1, len(shape)))
        fan_in = math.prod(shape[1:])
        for form in ("plain", "deepmind", "timm"):
            if form != "deepmind" and fan_in == 1:
                continue
            weight = (random_tensor(*shape, scale=0.3) + mean).requires_grad_()
            gain = (random_tensor(shape[0], scale=0.2) + 1).requires_grad_()
            gamma = 1.7128585504496627
            variance, centre = torch.var_mean(weight, dim=axes, unbiased=False, keepdim=True)
            factor = gain.reshape(-1, *([1] * len(axes)))
            if form == "plain":
                y = (weight - centre) / torch.sqrt(variance + 1e-6)
            elif form == "deepmind":
                scale = gamma * torch.rsqrt(torch.clamp(variance * fan_in, min=1e-4)) * factor
                y = weight * scale - centre * scale
            else:
                flat = weight.reshape(1, shape[0], -1)
                y = F.batch_norm(flat, None, None, gain * gamma * fan_in**-0.5, training=True, momentum=0.0, eps=1e-6)
                y = y.reshape_as(weight)
            dy = random_tensor(*shape)
            y.backward(dy)
            inputs = [weight] if form == "plain" else [weight, gain]
            least = (variance.min() + 1e-6).sqrt() * (1 if form == "plain" else fan_in**0.5 / gamma)
            cases.append({"name": f"{form} {list(shape)}" + (", far from 0" if mean else ""), "form": form,
                          "gamma": gamma, "inputs": [array(tensor) for tensor in inputs], "dy": array(dy), "y": array(y),
                          "terms": (dy.abs().max() * gain.abs().max() / least).item(),
                          "gradients": [array(tensor.grad) for tensor in inputs]})
    return cases


def clip_cases():
    """A hundred weights with gradients: unit-wise as agc.py of timm, all together as optax."""
    cases = []
    for index in range(100):
        shape = WEIGHT_SHAPES[index % len(WEIGHT_SHAPES)] if index % 5 else (7,)
        weight = single(*shape, scale=10 ** uniform(-4, 0.5))
        gradient = single(*shape, scale=10 ** uniform(-5, 1))
        if index % 4 == 1:
            weight[0] = 0
        if index % 4 == 2:
            gradient[-1] = 0
        if index % 4 == 3:
            weight[0] = (weight[0] * 1e-5).float().double()
        limit, epsilon = 0.01 * 2 ** (index % 5), 1e-3
        axes = None if len(shape) < 2 else tuple(range(1, len(shape)))
        norm = lambda tensor: tensor.norm() if axes is None else tensor.pow(2).sum(dim=axes, keepdim=True).sqrt()
        most = norm(weight).clamp(min=epsilon) * limit
        size = norm(gradient)
        clipped = torch.where(size < most, gradient, gradient * (most / size.clamp(min=1e-6)))
        # As optax; torch.nn.utils.clip_grad_norm_ adds 1e-6 to the norm.
        together = gradient * (limit / gradient.norm()).clamp(max=1)
        cases.append({"name": f"{index}: {list(shape)}", "lambda": limit, "epsilon": epsilon, "weight": array(weight),
                      "gradient": array(gradient), "clipped": array(clipped), "together": array(together)})
    return cases


write("conv2d", conv_cases())
write("pool2d", pool_cases())
first_activations = activation_cases(ACTIVATIONS, [("leakyRelu", 0.2), ("elu", 1.5)])
settings = itertools.product((1, 2, 3, 4, 5, 7), (1, 2, 3), ("constant", "reflect", "replicate"), (1, 2))
first_conv_filters = conv_filter_cases(zip(settings, itertools.cycle(ACTIVATIONS)))
write("norm", norm_cases())
write("running-statistics", running_cases())
write("linear", linear_cases())
write("cross-entropy", cross_entropy_cases())
write("training", training_cases())
write("activation", first_activations + activation_cases(LATER_ACTIVATIONS))
write("weight-standardize", weight_standardize_cases())
write("clip", clip_cases())
later_conv_filters = conv_filter_cases(((3, 1, "constant", 1), name) for name in LATER_ACTIVATIONS)
write("conv-filter", first_conv_filters + later_conv_filters)
