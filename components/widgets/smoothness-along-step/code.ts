import { training } from '#kit/code-training.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import { POINTS, stepsBetween } from './data.ts';
import type { Params } from './params.ts';

const pythonArrays = { pytorch: 'torch', numpy: 'np' } as const;

/** What the reader's own pictures are, only the reader's files can say. */
const glyphsOnly = (comment: string, { data }: Params): string =>
  data === 'own' ? `${comment} The glyphs stand in for your own pictures.\n` : '';

const treatmentsText = ({ compare }: Params): string =>
  treatmentsOf(compare)
    .map((treatment) => `'${treatment}'`)
    .join(', ');

function python(language: 'pytorch' | 'numpy', params: Params): string {
  const { depth, width, rate, steps, seed, reach } = params;
  const library = pythonArrays[language];
  return `${training[language]}

# Step sizes of a line: two to each doubling, up to the farthest.
step_sizes = [${rate} * ${reach} * 2 ** ((point - ${POINTS - 1}) / 2) for point in range(${POINTS})]


def along(network, step):
    """Along the gradient of a step: losses, changes of the gradient, and its length at the start."""
    losses, changes = [], []
    start = flat(step.gradient)
    for step_size in step_sizes:
        there = moved(step.parameters, step.gradient, -step_size)
        loss, gradient = loss_and_gradient(network, there, step.batch, step.shakes)
        losses.append(loss)
        changes.append(${library}.linalg.norm(flat(gradient) - start))
    return ${library}.stack(losses), ${library}.stack(changes), ${library}.linalg.norm(start)


${glyphsOnly('#', params)}losses, lines = [], []
for treatment in (${treatmentsText(params)}):
    network = Network(${depth}, ${width}, treatment)
    steps = list(train(network, ${rate}, ${steps}, ${seed}))
    losses.append(${library}.stack([step.loss for step in steps]))
    lines.append([along(network, step) for step in steps[::${stepsBetween(steps)}]])
losses = ${library}.stack(losses)
lineLosses, gradientChanges, gradientLengths = [
    ${library}.stack([${library}.stack([line[which] for line in run]) for run in lines]) for which in range(3)
]
distances = gradientLengths[..., None] * ${library === 'torch' ? 'torch.tensor' : 'np.array'}(step_sizes)
smoothness = ${library}.amax(gradientChanges / distances, -1)
print(smoothness)
`;
}

function tfjs(params: Params): string {
  const { depth, width, rate, steps, seed, reach } = params;
  return `${training.tfjs}

// Step sizes of a line: two to each doubling, up to the farthest.
const stepSizes = Array.from(
  { length: ${POINTS} },
  (_, point) => ${rate} * ${reach} * 2 ** ((point - ${POINTS - 1}) / 2),
);

/** Along the gradient of a step: losses, changes of the gradient, and its length at the start. */
function along(network, { parameters, gradient: start, batch, shakes }) {
  const points = stepSizes.map((stepSize) => {
    const there = moved(parameters, start, -stepSize);
    const { loss, gradient } = lossAndGradient(network, there, batch, shakes);
    return { loss, change: tf.norm(flat(gradient).sub(flat(start))) };
  });
  return {
    losses: tf.stack(points.map(({ loss }) => loss)),
    changes: tf.stack(points.map(({ change }) => change)),
    length: tf.norm(flat(start)),
  };
}

${glyphsOnly('//', params)}const runs = [${treatmentsText(params)}].map((treatment) => {
  const network = { depth: ${depth}, width: ${width}, treatment };
  const steps = [...train(network, ${rate}, ${steps}, ${seed})];
  return {
    losses: tf.stack(steps.map(({ loss }) => loss)),
    lines: steps.filter((_, step) => step % ${stepsBetween(steps)} === 0).map((step) => along(network, step)),
  };
});
const inLines = (name) => tf.stack(runs.map(({ lines }) => tf.stack(lines.map((line) => line[name]))));
const losses = tf.stack(runs.map(({ losses }) => losses));
const lineLosses = inLines('losses');
const gradientChanges = inLines('changes');
const gradientLengths = inLines('length');
const distances = gradientLengths.expandDims(-1).mul(stepSizes);
const smoothness = gradientChanges.div(distances).max(-1);
smoothness.print();
`;
}

export const code: CodeOf<Params> = {
  pytorch: (params) => python('pytorch', params),
  numpy: (params) => python('numpy', params),
  tfjs,
};
