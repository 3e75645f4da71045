import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMatrix } from './parse-matrix.ts';
import { toNumber } from './to-number.ts';

/** Rows that a text was read as, or the problem that it has. */
function read(text: string): number[][] | string {
  const parsed = parseMatrix(text);
  if ('problem' in parsed) return parsed.problem;
  const { shape, data } = parsed.matrix;
  return Array.from({ length: shape[0] }, (_, row) => [
    ...data.subarray(row * shape[1], (row + 1) * shape[1]),
  ]);
}

const oneToSix = [
  [1, 2, 3],
  [4, 5, 6],
];

describe('reads the same matrix', () => {
  it.each([
    ['CSV', '1,2,3\n4,5,6'],
    ['CSV with spaces and a last line break', '1, 2, 3\n4, 5, 6\n'],
    ['CSV of Windows', '1,2,3\r\n4,5,6\r\n'],
    ['cells of a spreadsheet', '1\t2\t3\n4\t5\t6\n'],
    ['spaces', '  1 2   3\n  4 5   6'],
    ['blank lines around it', '\n\n1 2 3\n4 5 6\n\n'],
    ['rows after semicolons', '1 2 3; 4 5 6'],
    ['JSON', '[[1,2,3],[4,5,6]]'],
    ['JSON on many lines', '[\n  [\n    1,\n    2,\n    3\n  ],\n  [ 4, 5, 6 ]\n]'],
    ['what NumPy prints', '[[1. 2. 3.]\n [4. 5. 6.]]'],
    ['what NumPy calls it', 'array([[1., 2., 3.],\n       [4., 5., 6.]], dtype=float32)'],
    ['NumPy’s exponents', 'array([[1.0e+00, 2.0e+00, 3.0e+00],\n       [4.e0, 5.E0, 6.0e+00]])'],
    ['what PyTorch prints', 'tensor([[1., 2., 3.],\n        [4., 5., 6.]])'],
    ['a tensor on a device', "tensor([[1, 2, 3],\n        [4, 5, 6]], device='cuda:0')"],
    ['a tensor with a gradient', 'tensor([[1., 2., 3.],\n [4., 5., 6.]], requires_grad=True)'],
    ['a tensor of an operation', 'tensor([[1., 2., 3.],\n [4., 5., 6.]], grad_fn=<AddBackward0>)'],
    ['a batch of one image', 'tensor([[[[1., 2., 3.],\n          [4., 5., 6.]]]])'],
    ['a literal of a program', 'x = [[+1.0, 2, 3,], [4, 5, 6.0]];'],
  ])('from %s', (_, text) => {
    expect(read(text)).toEqual(oneToSix);
  });

  it('from MATLAB and Julia, which separate rows by semicolons within brackets', () => {
    expect(read('[1 2 3; 4 5 6]')).toEqual(oneToSix);
  });
});

describe('numbers', () => {
  it.each<[string, number]>([
    ['7', 7],
    ['-7', -7],
    ['+7', 7],
    ['−0.5', -0.5],
    ['1.', 1],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['1e-3', 0.001],
    ['1.0000e+02', 100],
    ['2E3', 2000],
    ['1/9', 1 / 9],
    ['-2/16', -0.125],
    ['1/−4', -0.25],
    ['0.5/.25', 2],
    [' 3 ', 3],
    ['007', 7],
  ])('%j is read as a float32', (word, value) => {
    expect(toNumber(word)).toBe(Math.fround(value));
  });

  it.each([
    ...['', '-', '.', 'e5', '1e', '1 2', '1,2', '1_000', '0x10', '1n', '1.2.3', '--1', '+-1'],
    ...['NaN', 'nan', 'inf', 'Infinity', '-Infinity', 'null', 'true', '1+2j', '1/2/3', '/2', '1/'],
    ...['1/0', '0/0', '1e39', '-1e999', '1e38/1e-9', '__proto__', 'constructor', '1;2', '½', '∞'],
  ])('%j is none', (word) => {
    expect(toNumber(word)).toBeNaN();
  });

  it('underflows to zero, which is finite', () => {
    expect(toNumber('1e-60')).toBe(0);
  });
});

describe('shapes', () => {
  it.each<[string, number[][]]>([
    ['5', [[5]]],
    ['1 2 3', [[1, 2, 3]]],
    ['1\n2\n3', [[1], [2], [3]]],
    ['array([1, 2, 3])', [[1, 2, 3]]],
    ['[[1], [2]]', [[1], [2]]],
    ['1/2, −1', [[0.5, -1]]],
  ])('%j', (text, rows) => {
    expect(read(text)).toEqual(rows);
  });
});

describe('says why there is no matrix', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\r\n ; , ', 'empty'],
    ['empty brackets', '[[]]', 'empty'],
    ['a matrix of no size', 'tensor([], size=(0, 3))', 'empty'],
    ['rows of different lengths', '1 2\n3', 'ragged'],
    ['JSON rows of different lengths', '[[1,2],[3,4,5]]', 'ragged'],
    ['a tensor of two channels', '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]', 'several'],
    ['two matrices', 'array([[1, 2]])\narray([[3, 4]])', 'several'],
    ['what NumPy shortens', '[[1. 2. ... 3. 4.]\n [5. 6. ... 7. 8.]]', 'shortened'],
    ['what PyTorch shortens', 'tensor([[1., 2.,  ..., 3., 4.]])', 'shortened'],
    ['an ellipsis', '1 2 … 9', 'shortened'],
    ['nan', 'array([[1., nan]])', 'not-a-number'],
    ['inf', 'tensor([[1., inf]])', 'not-a-number'],
    ['null', '[[1, null]]', 'not-a-number'],
    ['booleans', '[[True, False]]', 'not-a-number'],
    ['more than float32 holds', '1 1e39', 'not-a-number'],
    ['words', 'hello world', 'not-a-number'],
    ['a heading', 'a,b\n1,2', 'not-a-number'],
    ['markup', '<img src=x onerror=alert(1)>', 'not-a-number'],
  ])('%s', (_, text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it('names the first word that is not a number, cut to twenty letters', () => {
    expect(parseMatrix('1 2\n3 four\nfive 6')).toEqual({ problem: 'not-a-number', word: 'four' });
    const long = parseMatrix(`1 ${'x'.repeat(10_000)}`);
    expect(long).toEqual({ problem: 'not-a-number', word: 'x'.repeat(20) });
  });

  it('an empty cell among others, which would move its neighbours', () => {
    expect(read('1,,3\n4,,6')).toBeTypeOf('string');
    expect(read('1\t\t3\n4\t\t6')).toBeTypeOf('string');
  });

  it('an empty row among others', () => {
    expect(read('[[1, 2], [], [3, 4]]')).toBeTypeOf('string');
  });
});

/** Text made of what matrices are made of, mostly in the wrong order. */
const pieces = [
  '[',
  ']',
  ',',
  ';',
  '\n',
  ' ',
  '\t',
  '.',
  '-',
  '−',
  '/',
  'e',
  '1',
  '20',
  '...',
  'nan',
];
const matrixLike = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.double().map(String), fc.string()), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('any text at all', () => {
  it('never throws, and what it accepts is a finite, non-empty matrix', () => {
    fc.assert(
      fc.property(matrixLike, (text) => {
        const parsed = parseMatrix(text);
        if ('problem' in parsed) return;
        const { shape, data } = parsed.matrix;
        expect(shape).toHaveLength(2);
        expect(Math.min(...shape)).toBeGreaterThan(0);
        expect(data).toHaveLength(shape[0] * shape[1]);
        expect(data.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['open brackets', '['.repeat(100_000)],
    ['brackets with blanks', '[ '.repeat(50_000)],
    ['blanks', ' '.repeat(200_000)],
    ['digits', '1'.repeat(200_000)],
    ['half a number', '1e'.repeat(100_000)],
  ])('answers 100 000 %s at once', (_, text) => {
    const start = performance.now();
    parseMatrix(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('reads back every float32 matrix in each way of writing it', () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([height, width]) => {
        const value = fc.float({ noNaN: true, noDefaultInfinity: true });
        const row = fc.array(value, { minLength: width, maxLength: width });
        return fc.array(row, { minLength: height, maxLength: height });
      });
    fc.assert(
      fc.property(rows, (rows) => {
        const plain = rows.map((row) => row.map((value) => value + 0));
        for (const text of [
          JSON.stringify(rows),
          plain.map((row) => row.join('\t')).join('\n'),
          plain.map((row) => row.join(' ')).join(';'),
        ]) {
          expect(read(text)).toEqual(plain);
        }
      }),
    );
  });
});
