import { glyphsInPython, glyphsInTensorFlow } from './code-glyphs.ts';
import { randomArraysInPython, randomInJavaScript } from './code-random.ts';
import { seedsInJavaScript, seedsInPython } from './code-seeds.ts';
import { passesInNumPy } from './code-training-numpy.ts';
import { descentInPython, networkInPython } from './code-training-python.ts';
import { passesInPyTorch } from './code-training-pytorch.ts';
import { runsInTensorFlow } from './code-training-tfjs.ts';
import type { CodeLanguage } from './define-widget.ts';

const inPython = (library: 'torch' | 'np', imports: string, passes: string): string =>
  [
    `import math\nfrom collections import namedtuple\n\n${imports}`,
    randomArraysInPython(library),
    seedsInPython,
    glyphsInPython(library),
    networkInPython(library),
    passes,
    descentInPython(library),
  ].join('\n\n');

/**
 * The start of exported code whose figure trains the networks of src/lab/glyph-network.ts: what it needs
 * to draw the same glyphs, first weights, batches and noise from a seed, and to come down the same way.
 */
export const training: Readonly<Record<CodeLanguage, string>> = {
  pytorch: inPython(
    'torch',
    `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)  # rounding grows from step to step
`,
    passesInPyTorch,
  ),
  numpy: inPython('np', 'import numpy as np\n', passesInNumPy),
  tfjs: [
    "import * as tf from '@tensorflow/tfjs';\n",
    randomInJavaScript,
    seedsInJavaScript,
    glyphsInTensorFlow,
    runsInTensorFlow,
  ].join('\n'),
};
