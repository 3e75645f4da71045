import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { formatTensor, parseTensor, shortDecimal } from './tensor-text.ts';

const anyShape = (): boolean => true;

const finite = fc.float({ noNaN: true, noDefaultInfinity: true });

/** Scalars, and arrays of one to four axes, of which some may be empty. */
const arrays: fc.Arbitrary<NdArray> = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 })
  .chain((shape) =>
    fc
      .array(finite, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
      .map((values) => ndArray(shape, values)),
  );

describe('formatTensor', () => {
  it('writes the shape and short decimals in row-major order', () => {
    const kernel = ndArray([3, 3], [0, 1, 0, 1, -4, 1, 0, 1, 0]);
    expect(formatTensor(kernel)).toBe('3x3:0,1,0,1,-4,1,0,1,0');
    expect(formatTensor(ndArray([2], [0.1, -2.5]))).toBe('2:0.1,-2.5');
  });

  it('uses base64 only where that is shorter', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const text = formatTensor(array);
        const shape = array.shape.join('x');
        const decimals = `${shape}:${Array.from(array.data, shortDecimal).join(',')}`;
        const base64Length = shape.length + 1 + Math.ceil((array.data.length * 16) / 3);
        if (text.includes('~')) expect(text).toHaveLength(base64Length);
        else expect(text).toBe(decimals);
        expect(text).toHaveLength(Math.min(decimals.length, base64Length));
      }),
    );
  });

  it('uses both ways of writing', () => {
    expect(formatTensor(ndArray([2], [1, 2]))).toContain(':');
    expect(formatTensor(ndArray([2], [1 / 3, -1 / 7]))).toContain('~');
  });

  it('needs no escaping in a link', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const text = formatTensor(array);
        fc.pre(!text.includes('e+'));
        expect(new URLSearchParams(`kernel=${text}`).get('kernel')).toBe(text);
        expect(text).toMatch(/^[\w:~.,-]*$/);
      }),
    );
  });

  it('needs no escaping where values reach 1e21, whose “+” a link reads as a blank', () => {
    expect(formatTensor(ndArray([1], [1e21]))).not.toContain('+');
  });
});

describe('shortDecimal', () => {
  it('reads back as the same float32', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(Math.fround(Number(shortDecimal(value))) + 0).toBe(value + 0);
      }),
    );
  });

  it('is as short as can be', () => {
    expect(shortDecimal(Math.fround(0.1))).toBe('0.1');
    expect(shortDecimal(Math.fround(1 / 3))).toBe('0.33333334');
    expect(shortDecimal(-0)).toBe('0');
  });
});

describe('parseTensor', () => {
  it('reads back what formatTensor writes, in shape and in every value', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const read = parseTensor(formatTensor(array), anyShape);
        expect(read?.shape).toEqual(array.shape);
        expect(read?.data.every((value, index) => value === array.data[index])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back an axis of more than 9999 cells', () => {
    const long = ndArray([10_000], new Float32Array(10_000));
    expect(parseTensor(formatTensor(long), anyShape)?.shape).toEqual([10_000]);
  });

  it('reads the base64 of little-endian float32, as any other program writes it', () => {
    expect([...(parseTensor('2~AACAPwAAAMA', anyShape)?.data ?? [])]).toEqual([1, -2]);
  });

  it.each([
    ['nothing', ''],
    ['no shape', ':1,2'],
    ['no values', '2x2'],
    ['too few values', '2x2:1,2,3'],
    ['too many values', '2x2:1,2,3,4,5'],
    ['an empty value', '2x2:1,,3,4'],
    ['a last comma', '2:1,2,'],
    ['words', '2:one,two'],
    ['NaN', '1:NaN'],
    ['Infinity', '1:Infinity'],
    ['more than a float32 holds', '1:1e39'],
    ['more than a number holds', '1:1e999'],
    ['hexadecimal', '1:0x10'],
    ['blanks', '2: 1, 2'],
    ['a negative size', '-1:1'],
    ['a fraction of a size', '1.5x2:1,2,3'],
    ['a size of five digits', '10000x1:1'],
    ['a missing axis', '2x:1,2'],
    ['base64 of another length', '2~AACAPw'],
    ['base64 of half a float', '1~AACA'],
    ['base64 of no length', '1~AACAP'],
    ['base64 with padding', '1~AACAPw=='],
    ['base64 of NaN', '1~AADAfw'],
    ['base64 of infinity', '1~AACAfw'],
    ['decimals where base64 belongs', '2~1.5,2.5'],
    ['something behind it', '1:1&v=2'],
    ['a line break behind it', '1:1\n'],
    ['markup', '1:<script>'],
  ])('refuses %s', (_, text) => {
    expect(parseTensor(text, anyShape)).toBeUndefined();
  });

  it('never throws, and what it accepts is full and finite', () => {
    const parts = fc.constantFrom(
      '3x3',
      '2',
      'x',
      ':',
      '~',
      ',',
      '-',
      '.',
      'e',
      '1',
      'AACAPw',
      '_',
    );
    const garbage = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 30 }).map((all) => all.join('')),
      fc.tuple(fc.constantFrom('1~', '2~', '2x2~', '2:'), fc.string()).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const read = parseTensor(text, anyShape);
        if (!read) return;
        expect(read.data).toHaveLength(sizeOf(read.shape));
        expect(read.data.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses an unwanted shape before it makes room for it', () => {
    const fits = vi.fn(() => false);
    const room = vi.spyOn(Float32Array, 'from');
    expect(parseTensor('9999x9999:1,2', fits)).toBeUndefined();
    expect(parseTensor('9999x9999~AACAPw', fits)).toBeUndefined();
    expect(fits.mock.calls).toEqual([[[9999, 9999]], [[9999, 9999]]]);
    expect(room).not.toHaveBeenCalled();
    room.mockRestore();
  });

  it('does not make room for more values than the text holds', () => {
    expect(parseTensor('9999x9999x9999:1', anyShape)).toBeUndefined();
    expect(parseTensor('9999x9999x9999~AACAPw', anyShape)).toBeUndefined();
  });

  it('does not look into a text of more than 200 000 letters', () => {
    const fits = vi.fn(anyShape);
    const text = (count: number): string => `${count}:${Array(count).fill('1').join(',')}`;
    expect(parseTensor(text(9999), fits)?.data).toHaveLength(9999);
    expect(parseTensor(`1:${'0'.repeat(200_000)}`, fits)).toBeUndefined();
    expect(fits).toHaveBeenCalledTimes(1);
  });
});
