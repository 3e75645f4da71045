import { training } from '#kit/code-training.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import { stepsBetween } from './data.ts';
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
  const { depth, width, rate, steps, seed } = params;
  const library = pythonArrays[language];
  return `${training[language]}

def shifts(network, step, rate):
    """For every layer but the first, what a step of the layers below does to the gradient G of its
    weights: lengths of G and of G' after it, their distance and the cosine of their angle."""
    after = moved(step.parameters, step.gradient, -rate)
    each = len(layers_of(network, step.parameters)[0])
    rows = []
    for first in range(each, len(after), each):
        mixed = [*after[:first], *step.parameters[first:]]
        _, gradient = loss_and_gradient(network, mixed, step.batch, step.shakes)
        g, shifted = flat([step.gradient[first]]), flat([gradient[first]])
        length, shifted_length = ${library}.linalg.norm(g), ${library}.linalg.norm(shifted)
        cosine = g @ shifted / (length * shifted_length)
        rows.append([length, shifted_length, ${library}.linalg.norm(g - shifted), cosine])
    return ${library}.stack([${library}.stack(row) for row in rows])


${glyphsOnly('#', params)}losses, shifted = [], []
for treatment in (${treatmentsText(params)}):
    network = Network(${depth}, ${width}, treatment)
    steps = list(train(network, ${rate}, ${steps}, ${seed}))
    losses.append(${library}.stack([step.loss for step in steps]))
    looks = [shifts(network, step, ${rate}) for step in steps[::${stepsBetween(steps)}]]
    shifted.append(${library}.stack(looks, 1))
losses = ${library}.stack(losses)
lengths, shiftedLengths, distances, cosines = ${library}.moveaxis(${library}.stack(shifted), -1, 0)
print(cosines)
`;
}

function tfjs(params: Params): string {
  const { depth, width, rate, steps, seed } = params;
  return `${training.tfjs}

/**
 * For every layer but the first, what a step of the layers below does to the gradient G of its weights:
 * lengths of G and of G′ after it, their distance and the cosine of their angle.
 */
function shifts(network, { parameters, gradient, batch, shakes }, rate) {
  const after = moved(parameters, gradient, -rate);
  const each = network.treatment === 'none' ? 2 : 3;
  const layers = Array.from({ length: network.depth }, (_, layer) => {
    const first = (layer + 1) * each;
    const mixed = [...after.slice(0, first), ...parameters.slice(first)];
    const shifted = lossAndGradient(network, mixed, batch, shakes).gradient[first];
    const own = gradient[first];
    const [length, shiftedLength] = [own, shifted].map((each) => tf.norm(each));
    const cosine = own.mul(shifted).sum().div(length.mul(shiftedLength));
    return { length, shiftedLength, distance: tf.norm(own.sub(shifted)), cosine };
  });
  return (name) => tf.stack(layers.map((layer) => layer[name]));
}

${glyphsOnly('//', params)}const runs = [${treatmentsText(params)}].map((treatment) => {
  const network = { depth: ${depth}, width: ${width}, treatment };
  const steps = [...train(network, ${rate}, ${steps}, ${seed})];
  return {
    losses: tf.stack(steps.map(({ loss }) => loss)),
    looks: steps
      .filter((_, step) => step % ${stepsBetween(steps)} === 0)
      .map((step) => shifts(network, step, ${rate})),
  };
});
const inLayers = (name) => tf.stack(runs.map(({ looks }) => tf.stack(looks.map((of) => of(name)), 1)));
const losses = tf.stack(runs.map(({ losses }) => losses));
const lengths = inLayers('length');
const shiftedLengths = inLayers('shiftedLength');
const distances = inLayers('distance');
const cosines = inLayers('cosine');
cosines.print();
`;
}

export const code: CodeOf<Params> = {
  pytorch: (params) => python('pytorch', params),
  numpy: (params) => python('numpy', params),
  tfjs,
};
