import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { expect, it } from 'vitest';

/** Copies [1, K, B] to [K, B], reading cell by cell. */
function copied(x: tf.Tensor): tf.Tensor {
  const [, k, b] = x.shape;
  const backend = tf.backend() as MathBackendWebGL;
  const program = {
    variableNames: ['x'],
    outputShape: [k, b],
    packedInputs: false,
    packedOutput: false,
    enableShapeUniforms: true,
    userCode: `
void main() {
  ivec2 at = getOutputCoords();
  setOutput(getX(0, at.x, at.y));
}`,
  };
  const { dataId, shape, dtype } = backend.compileAndRun(program, [x], 'float32');
  return tf.engine().makeTensorFromDataId(dataId, shape, dtype);
}

// A tensor that was made flat lies in its texture otherwise than one that was made in rows.
const ways: readonly (readonly [string, (values: number[], k: number, b: number) => tf.Tensor])[] =
  [
    ['in rows', (values, k, b) => tf.tensor(values, [1, k, b])],
    ['flat', (values, k, b) => tf.reshape(tf.tensor1d(values), [1, k, b])],
    [
      'in rows of another length',
      (values, k, b) => tf.reshape(tf.tensor2d(values, [b, k]), [1, k, b]),
    ],
  ];

it.runIf('window' in globalThis)(
  'a program that was compiled for one texture is not run for another',
  async () => {
    const values = Array.from({ length: 6 * 9 }, (_, index) => index);
    for (const [way, make] of [...ways, ...ways.toReversed()]) {
      const got = tf.tidy(() => copied(make(values, 6, 9)));
      expect([...(await got.data())], way).toEqual(values);
      got.dispose();
    }
  },
);
