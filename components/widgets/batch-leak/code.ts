import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ input, activation }: Params): string {
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${rowsText(input, '    ')}).float()
output = ${pytorchActivations[activation]('x')}
print(output)
`;
}

function numpy({ input, activation }: Params): string {
  return `import math

import numpy as np

x = np.array(${rowsText(input, '    ')}, dtype=float)
output = ${numpyActivations[activation]('x')}
print(output)
`;
}

function tfjs({ input, activation }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const x = tf.tensor2d(${rowsText(input, '  ')});
const output = ${tfjsActivations[activation]('x')};
output.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
