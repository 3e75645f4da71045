import { MathBackendWebGL, webgl_util } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';

type Run = MathBackendWebGL['runWebGLProgram'];

/**
 * Lets TensorFlow.js compile a program of its own wherever it would compile another one.
 *
 * With shapes as uniforms it keeps programs by what they are compiled from, but forgets two things that
 * it compiles in: which axes of a shape are 1, and whether a tensor without these axes lies in its
 * texture row by row. Programs of one such shape were then run for another, and gave wrong numbers. What
 * it forgets is written into the program's text, which it keeps programs by as well.
 */
export function keepProgramsApart(): void {
  const { prototype } = MathBackendWebGL;
  const run: Run = Reflect.get(prototype, 'runWebGLProgram');
  const keptApart: Run = function (this: MathBackendWebGL, program, inputs, ...rest) {
    const shapes = inputs.map((input) => {
      const texture = textureOf(this, input, program.packedInputs ?? false);
      return `${onesOf(input.shape)}${liesInRows(input.shape, texture) ? 'r' : ''}`;
    });
    program.userCode += `\n// ${onesOf(program.outputShape)} ${shapes.join(' ')}`;
    return run.call(this, program, inputs, ...rest);
  };
  prototype.runWebGLProgram = keptApart;
}

/** Rows and columns of the texture that a program will find a tensor in. */
function textureOf(
  backend: MathBackendWebGL,
  { dataId, shape }: TensorInfo,
  packed: boolean,
): readonly number[] {
  const data = backend.texData.get(dataId);
  // What is packed otherwise than the program has it is laid out anew.
  if ((data.isPacked ?? false) !== packed) {
    return webgl_util.getTextureShapeFromLogicalShape([...shape], packed);
  }
  return data.texShape ?? webgl_util.getTextureShapeFromLogicalShape(data.shape, packed);
}

const onesOf = (shape: readonly number[]): string =>
  shape.map((size) => (size === 1 ? '1' : 'n')).join('');

function liesInRows(shape: readonly number[], texture: readonly number[]): boolean {
  const kept = shape.filter((size) => size !== 1);
  return kept.length === 2 && kept[0] === texture[0] && kept[1] === texture[1];
}
