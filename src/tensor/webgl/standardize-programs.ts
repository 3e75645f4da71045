// Programs of the graphics card that take statistics over sets of values and normalize by them.
// A tensor is [A, K, B] here: K sets, each over A · B values. A set is cut into pieces, each is summed
// up by itself, and the pieces are put together: two launches, however large the set.
//
// All tensors come in and go out flat: the backend keeps compiled programs by the rank of their inputs
// and confuses those whose shapes have ones.

import { rows, ROWS } from '../set-kernels.ts';

/**
 * A program over [A, K, B]. Its shapes are uniforms, so that it is compiled once for all of them.
 * `sizes` are A, K, B and the number of values in a piece.
 */
type Program = {
  readonly variableNames: string[];
  readonly outputShape: number[];
  readonly userCode: string;
  readonly enableShapeUniforms: true;
  readonly packedInputs: boolean;
  readonly packedOutput: boolean;
  readonly customUniforms: { name: string; type: 'ivec4' | 'float' }[];
};

const sizes = { name: 'sizes', type: 'ivec4' } as const;
const epsilon = { name: 'epsilon', type: 'float' } as const;

type ProgramOptions = Pick<Program, 'variableNames' | 'outputShape' | 'userCode'> &
  Partial<Pick<Program, 'packedInputs' | 'packedOutput' | 'customUniforms'>>;

const program = (options: ProgramOptions): Program => ({
  enableShapeUniforms: true,
  packedInputs: false,
  packedOutput: false,
  customUniforms: [sizes],
  ...options,
});

/** How many pieces a set of so many values has, about as many as each of them has values. */
export function piecesOf(values: number): { readonly pieces: number; readonly length: number } {
  const length = Math.ceil(Math.sqrt(values));
  return { pieces: Math.ceil(values / length), length };
}

/** The set and the piece that a texel is for. */
const PIECE = `
  int values = sizes.x * sizes.z;
  int pieces = (values + sizes.w - 1) / sizes.w;
  int index = getOutputCoords().x;
  int k = index / pieces;
  int first = (index - k * pieces) * sizes.w;
  int last = min(first + sizes.w, values);`;

/** Goes through a piece; `at` is where its value lies. */
const forEachValue = (step: string): string => `
  for (int i = first; i < last; i++) {
    int a = i / sizes.z;
    int at = (a * sizes.y + k) * sizes.z + i - a * sizes.z;
    ${step}
  }`;
/**
 * Of each piece: the set's first value, the mean of what lies beyond it, the squared deviations from
 * that mean, and the number of values. Beyond the first value, since float32 keeps a mean of 10⁴ to
 * no more than 10⁻³.
 */
export const piecesProgram = (sets: number, pieces: number): Program =>
  program({
    variableNames: ['x'],
    outputShape: [sets * pieces, 2, 2],
    packedOutput: true,
    userCode: `
void main() {${PIECE}
  float shift = getX(k * sizes.z);
  float sum = 0.0;${forEachValue('sum += getX(at) - shift;')}
  float mean = sum / float(last - first);
  float squares = 0.0;${forEachValue('float d = getX(at) - shift - mean; squares += d * d;')}
  setOutput(vec4(shift, mean, squares, float(last - first)));
}`,
  });

/** Statistics of each set from those of its pieces: [5, K], one of `rows` each. */
export const statisticsProgram = (sets: number): Program =>
  program({
    variableNames: ['p'],
    outputShape: [ROWS * sets],
    packedInputs: true,
    userCode: `
void main() {
  int row = getOutputCoords() / sizes.y;
  int k = getOutputCoords() - row * sizes.y;
  int values = sizes.x * sizes.z;
  int pieces = (values + sizes.w - 1) / sizes.w;
  int first = k * pieces;
  float shift = getP(first, 0, 0).x;
  float sum = 0.0;
  for (int i = first; i < first + pieces; i++) {
    vec4 piece = getP(i, 0, 0);
    sum += piece.y * piece.w;
  }
  float rest = sum / float(values);
  float squares = 0.0;
  for (int i = first; i < first + pieces; i++) {
    vec4 piece = getP(i, 0, 0);
    float d = piece.y - rest;
    squares += piece.z + piece.w * d * d;
  }
  float variance = squares / float(values);
  float mean = shift + rest;
  setOutput(
    row == ${rows.shift} ? shift :
    row == ${rows.rest} ? rest :
    row == ${rows.variance} ? variance :
    row == ${rows.mean} ? mean : variance + mean * mean);
}`,
  });

/** The value that a texel is for, and its set. */
const VALUE = `
  int at = getOutputCoords();
  int k = (at / sizes.z) % sizes.y;`;

/** x̂ of one value, with `scale` for the gradient: (x − μ) / √(σ² + ε), or x / √(mean of x² + ε). */
const normalized = (centred: boolean): string =>
  centred
    ? `
  float scale = inversesqrt(getS(${rows.variance} * sizes.y + k) + epsilon);
  #define HAT(x) ((x - getS(${rows.shift} * sizes.y + k)) - getS(${rows.rest} * sizes.y + k)) * scale`
    : `
  float scale = inversesqrt(getS(${rows.meanSquare} * sizes.y + k) + epsilon);
  #define HAT(x) x * scale`;

export const normalizeProgram = (size: number, centred: boolean): Program =>
  program({
    variableNames: ['x', 's'],
    outputShape: [size],
    customUniforms: [sizes, epsilon],
    userCode: `
void main() {${VALUE}${normalized(centred)}
  setOutput(HAT(getX(at)));
}`,
  });

/** Of each piece, the sums of the gradient and of its products with x̂. */
export const gradientPiecesProgram = (sets: number, pieces: number, centred: boolean): Program =>
  program({
    variableNames: ['d', 'x', 's'],
    outputShape: [sets * pieces, 2, 2],
    packedOutput: true,
    customUniforms: [sizes, epsilon],
    userCode: `
void main() {${PIECE}${normalized(centred)}
  vec2 sums = vec2(0.0);${forEachValue('float d = getD(at); sums += vec2(d, d * (HAT(getX(at))));')}
  setOutput(vec4(sums, 0.0, 0.0));
}`,
  });

/** Of each piece, the sums of the products d · x and of d. */
export const productPiecesProgram = (sets: number, pieces: number): Program =>
  program({
    variableNames: ['d', 'x'],
    outputShape: [sets * pieces, 2, 2],
    packedOutput: true,
    userCode: `
void main() {${PIECE}
  vec2 sums = vec2(0.0);${forEachValue('float d = getD(at); sums += vec2(d * getX(at), d);')}
  setOutput(vec4(sums, 0.0, 0.0));
}`,
  });

/** Sums or means over each set of both numbers of its pieces: [2, K] laid flat. */
export const sumsProgram = (sets: number, kind: 'sum' | 'mean'): Program =>
  program({
    variableNames: ['p'],
    outputShape: [2 * sets],
    packedInputs: true,
    userCode: `
void main() {
  int row = getOutputCoords() / sizes.y;
  int k = getOutputCoords() - row * sizes.y;
  int values = sizes.x * sizes.z;
  int pieces = (values + sizes.w - 1) / sizes.w;
  int first = k * pieces;
  vec2 sums = vec2(0.0);
  for (int i = first; i < first + pieces; i++) sums += getP(i, 0, 0).xy;
  setOutput((row == 0 ? sums.x : sums.y)${kind === 'mean' ? ' / float(values)' : ''});
}`,
  });

/** x · g + b of the set of each value. */
export const scaleProgram = (size: number): Program =>
  program({
    variableNames: ['x', 'g', 'b'],
    outputShape: [size],
    userCode: `
void main() {${VALUE}
  setOutput(getX(at) * getG(k) + getB(k));
}`,
  });

/** dx = (d − mean of d − x̂ · mean of d x̂) / √(σ² + ε); without the mean of d where none was taken away. */
export const gradientProgram = (size: number, centred: boolean): Program =>
  program({
    variableNames: ['d', 'x', 's', 'm'],
    outputShape: [size],
    customUniforms: [sizes, epsilon],
    userCode: `
void main() {${VALUE}${normalized(centred)}
  float hat = HAT(getX(at));
  float d = getD(at)${centred ? ' - getM(k)' : ''};
  setOutput(scale * (d - hat * getM(sizes.y + k)));
}`,
  });
