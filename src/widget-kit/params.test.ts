import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { matrix, ndArray, sameArray } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, toggle } from './params.ts';

const stride = integer({ min: 1, max: 4, default: 1 });
const bias = number({ min: -9.9, max: 9.9, step: 0.1, default: 0.1 });
const mode = choice(['constant', 'reflect'], 'constant');
const shown = toggle(false);
const image = tensor({
  axes: [
    [2, 3],
    [2, 4],
  ],
  min: -5,
  max: 5,
  default: matrix([
    [1, 2],
    [3, 4],
  ]),
});
const all = { stride, bias, mode, shown, image };

/** What no param may take, wherever it comes from. */
const hostile: readonly (readonly [string, unknown])[] = [
  ...[NaN, Infinity, -Infinity, 1e300, null, undefined, 10n, Symbol('1')],
  ...['', ' ', 'NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '0x2', '1n', ' 2', '2 ', '２'],
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'null', 'undefined', '<script>', '2;3'],
  ...['9'.repeat(1e6), `${'9999x'.repeat(1e5)}1:1`, '2x2:1,2,3,NaN', '2x2~AAAA'],
  ...[{}, [], [[]], { shape: 2 }, { valueOf: () => 2 }, { shape: [2, 2] }, () => 2, new Date(2)],
  ...[
    [2],
    ['2'],
    [NaN],
    [
      [NaN, 1],
      [1, 1],
    ],
    { shape: [2, 2], data: [1, 2, 3, Infinity] },
  ],
  ...[
    { shape: [2, 2], data: ['1', '2', '3', '4'] },
    { shape: ['2', '2'], data: [1, 2, 3, 4] },
  ],
  ...[
    { shape: { length: 2, 0: 2, 1: 2 }, data: [1, 2, 3, 4] },
    { shape: [-2, -2], data: [1] },
  ],
].map((value) => [typeof value === 'string' ? value.slice(0, 30) : typeof value, value]);

describe.each(Object.entries(all))('a param that is a %s', (_, param) => {
  it.each(hostile)('does not take %s', (_, value) => {
    expect(param.read(value)).toBeUndefined();
  });

  it('takes its own default, as a value and as text', () => {
    const { default: initial, format, read, same } = param as typeof stride;
    expect(same(read(initial) as never, initial)).toBe(true);
    expect(same(read(format(initial)) as never, initial)).toBe(true);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(() => param.read(value)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('integer', () => {
  it.each([
    [1, 1],
    [4, 4],
    ['3', 3],
    ['2.0', 2],
    ['2e0', 2],
  ])('takes %j', (value, expected) => {
    expect(stride.read(value)).toBe(expected);
  });

  it.each([0, 5, 1.5, -1, '0', '5', '2.5', '-2', true])('does not take %j', (value) => {
    expect(stride.read(value)).toBeUndefined();
  });

  it('knows one zero only', () => {
    expect(integer({ min: 0, max: 4, default: 0 }).read('-0')).toBe(0);
  });
});

describe('number', () => {
  it.each<[unknown, number]>([
    [2, 2],
    ['-2.5', -2.5],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['-0', 0],
    [9.9, 9.9],
    ['-9.9', -9.9],
  ])('takes %j, as float32', (value, expected) => {
    expect(bias.read(value)).toBe(Math.fround(expected));
  });

  it.each([9.91, -9.91, '10', '1e39', 1e39])('does not take %j, out of bounds', (value) => {
    expect(bias.read(value)).toBeUndefined();
  });

  it('holds its default as float32, so that a default is no change', () => {
    expect(bias.default).toBe(Math.fround(0.1));
    expect(bias.format(bias.default)).toBe('0.1');
  });

  it('reads back what it writes', () => {
    const values = fc.float({ min: Math.fround(-9.9), max: Math.fround(9.9), noNaN: true });
    fc.assert(
      fc.property(values, (value) => {
        expect(bias.read(bias.format(value))).toBe(value + 0);
      }),
    );
  });
});

describe('choice', () => {
  it('takes its options and nothing like them', () => {
    expect(mode.read('reflect')).toBe('reflect');
    for (const other of ['Reflect', 'reflect ', 'reflec', '0', ['reflect'], 1]) {
      expect(mode.read(other)).toBeUndefined();
    }
  });
});

describe('toggle', () => {
  it.each([
    [true, true],
    [false, false],
    ['1', true],
    ['0', false],
  ])('takes %j', (value, expected) => {
    expect(shown.read(value)).toBe(expected);
  });

  it.each([1, 0, 'true', 'false', 'yes', '01'])('does not take %j', (value) => {
    expect(shown.read(value)).toBeUndefined();
  });
});

describe('tensor', () => {
  const wanted = ndArray([2, 3], [1, 2, 3, -4, 5, 0.5]);

  it.each<[string, unknown]>([
    ['a link’s text', '2x3:1,2,3,-4,5,0.5'],
    [
      'rows of numbers',
      [
        [1, 2, 3],
        [-4, 5, 0.5],
      ],
    ],
    ['plain data', { shape: [2, 3], data: [1, 2, 3, -4, 5, 0.5] }],
    ['a result of a widget', wanted],
  ])('takes %s', (_, value) => {
    const read = image.read(value);
    expect(read && sameArray(read, wanted)).toBe(true);
    expect(read?.data).toBeInstanceOf(Float32Array);
  });

  it('keeps its own copy of the values', () => {
    const data = new Float32Array([1, 2, 3, 4]);
    const read = image.read({ shape: [2, 2], data });
    data[0] = 5;
    expect(read?.data[0]).toBe(1);
  });

  it.each<[string, unknown]>([
    ['too small an axis', '1x2:1,2'],
    ['too large an axis', { shape: [2, 5], data: Array(10).fill(1) }],
    ['too few axes', '4:1,2,3,4'],
    [
      'too many axes',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    ['a value above its bounds', '2x2:1,2,3,5.1'],
    [
      'a value below its bounds',
      [
        [1, 2],
        [3, -6],
      ],
    ],
    ['rows of different lengths', [[1, 2], [3]]],
    [
      'a row among numbers',
      [
        [1, 2],
        [3, [4]],
      ],
    ],
  ])('does not take %s', (_, value) => {
    expect(image.read(value)).toBeUndefined();
  });

  it('does not follow rows that are nested for ever', () => {
    const endless: unknown[] = [];
    endless.push(endless);
    expect(image.read(endless)).toBeUndefined();
  });

  it('does not take rows of different lengths that happen to fill the shape', () => {
    expect(image.read([[1, 2], [3], [4, 5, 1]])).toBeUndefined();
  });

  it('does not take a size that is no whole number', () => {
    expect(image.read({ shape: [2.5, 2], data: [1, 2, 3, 4, 5] })).toBeUndefined();
  });

  it('does not count through a list that is long and empty', () => {
    const has = vi.fn(() => false);
    expect(image.read(new Proxy(new Array(1e5), { has }))).toBeUndefined();
    expect(has.mock.calls.length).toBeLessThan(100);
  });

  it('does not take a shape with holes', () => {
    expect(image.read({ shape: new Array(2), data: [1] })).toBeUndefined();
  });
});
