import { training } from '#kit/code-training.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import type { Params } from './params.ts';

const pythonArrays = { pytorch: 'torch', numpy: 'np' } as const;

/** What the reader's own pictures are, only the reader's files can say. */
const glyphsOnly = (comment: string, { data }: Params): string =>
  data === 'own' ? `${comment} The glyphs stand in for your own pictures.\n` : '';

function python(library: 'pytorch' | 'numpy', params: Params): string {
  const { depth, width, rate, steps, seed, compare } = params;
  const treatments = treatmentsOf(compare).map((treatment) => `'${treatment}'`);
  return `${training[library]}

${glyphsOnly('#', params)}losses = ${pythonArrays[library]}.stack([
    ${pythonArrays[library]}.stack([step.loss for step in train(Network(${depth}, ${width}, treatment), ${rate}, ${steps}, ${seed})])
    for treatment in (${treatments.join(', ')})
])
print(losses)
`;
}

function tfjs(params: Params): string {
  const { depth, width, rate, steps, seed, compare } = params;
  const treatments = treatmentsOf(compare).map((treatment) => `'${treatment}'`);
  return `${training.tfjs}

${glyphsOnly('//', params)}const losses = tf.stack(
  [${treatments.join(', ')}].map((treatment) => {
    const network = { depth: ${depth}, width: ${width}, treatment };
    return tf.stack([...train(network, ${rate}, ${steps}, ${seed})].map(({ loss }) => loss));
  }),
);
losses.print();
`;
}

export const code: CodeOf<Params> = {
  pytorch: (params) => python('pytorch', params),
  numpy: (params) => python('numpy', params),
  tfjs,
};
