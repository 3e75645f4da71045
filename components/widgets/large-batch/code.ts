import { glyphsInPython, glyphsInTensorFlow } from '#kit/code-glyphs.ts';
import { randomArraysInPython, randomInJavaScript } from '#kit/code-random.ts';
import { seedsInJavaScript, seedsInPython } from '#kit/code-seeds.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { passesInNumPy, passesInPyTorch, runsInPython } from './code-python.ts';
import { runsInTensorFlow } from './code-tfjs.ts';
import type { Params } from './params.ts';
import { batchSizesOf, ratesOf } from './sweep.ts';

/** What the reader's own pictures are, only the reader's files can say. */
const glyphsOnly = (comment: string, { data }: Params): string =>
  data === 'own' ? `${comment} The glyphs stand in for your own pictures.\n` : '';

const parts = ['losses', 'accuracies', 'lost', 'courses'];

const listed = (values: readonly number[]): string => `[${values.join(', ')}]`;

const seedsOf = ({ seed, repeats }: Params): readonly number[] =>
  Array.from({ length: repeats }, (_, index) => seed + index);

function python(library: 'torch' | 'np', params: Params): string {
  const { examples, epochs, blocks, width } = params;
  const start =
    library === 'torch'
      ? `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)  # rounding grows from step to step
`
      : 'import numpy as np\n';
  const array = library === 'torch' ? 'torch.tensor' : 'np.array';
  return `import math
from collections import namedtuple
from functools import cache

${start}

${randomArraysInPython(library)}

${seedsInPython}

${glyphsInPython(library)}

EXAMPLES = ${examples}  # to learn from
EPOCHS = ${epochs}


${library === 'torch' ? passesInPyTorch : passesInNumPy}

${runsInPython(library)}

${glyphsOnly('#', params)}runs = [
    [
        [
            [learn(Network(${blocks}, ${width}, normalized), size, rate, seed) for rate in ${listed(ratesOf(params))}]
            for size in ${listed(batchSizesOf(params))}
        ]
        for normalized in (False, True)
    ]
    for seed in ${listed(seedsOf(params))}
]
# [seeds, networks, batch sizes, rates]; of courses, also [epochs]
${parts.join(', ')} = [
    ${array}([[[[run[part] for run in row] for row in rows] for rows in one] for one in runs])
    for part in range(${parts.length})
]
print(losses)
`;
}

function tfjs(params: Params): string {
  const { examples, epochs, blocks, width } = params;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
${seedsInJavaScript}
${glyphsInTensorFlow}
const EXAMPLES = ${examples}; // to learn from
const EPOCHS = ${epochs};

${runsInTensorFlow}
${glyphsOnly('//', params)}const runs = ${listed(seedsOf(params))}.map((seed) => {
  const pictures = picturesOf(seed);
  return [false, true].map((normalized) =>
    ${listed(batchSizesOf(params))}.map((size) =>
      ${listed(ratesOf(params))}.map((rate) =>
        learn({ blocks: ${blocks}, width: ${width}, normalized }, size, rate, seed, pictures),
      ),
    ),
  );
});
// [seeds, networks, batch sizes, rates]; of courses, also [epochs]
const [${parts.join(', ')}] = [${parts.map((_, part) => part).join(', ')}].map((part) =>
  tf.tensor(runs.map((one) => one.map((rows) => rows.map((row) => row.map((run) => run[part]))))),
);
losses.print();
`;
}

export const code: CodeOf<Params> = {
  pytorch: (params) => python('torch', params),
  numpy: (params) => python('np', params),
  tfjs,
};
