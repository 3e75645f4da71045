import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix, ndArray } from '#nd/nd-array.ts';
import { formatPicture, parsePicture } from './picture-text.ts';

const arrays = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) => {
  const length = shape.reduce((product, size) => product * size, 1);
  const values = fc.array(fc.float(), { minLength: length, maxLength: length });
  return values.map((data) => ndArray(shape, data));
});

describe('a picture of a result', () => {
  it('is its shape and its numbers, whole or in at most five digits', () => {
    const array = matrix([
      [1, 0.1, -2 / 3],
      [1234567, 1e-20, 0],
    ]);
    expect(formatPicture(array)).toBe('2x3:1,0.1,-0.66667,1234567,1e-20,0');
  });

  it.each([
    ['a scalar', ndArray([], [2.5]), ':2.5'],
    ['no cells', ndArray([0, 0], []), '0x0:'],
    ['one axis', ndArray([2], [1, 2]), '2:1,2'],
  ])('of %s', (_, array, text) => {
    expect(formatPicture(array)).toBe(text);
    expect(parsePicture(text)).toEqual(array);
  });

  it('keeps what is not finite: a run that truly diverges', () => {
    const array = ndArray([3], [NaN, Infinity, -Infinity]);
    expect(parsePicture(formatPicture(array))).toEqual(array);
  });

  it('comes back in its shape, within half of the fifth digit', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const { shape, data } = parsePicture(formatPicture(array));
        expect(shape).toEqual(array.shape);
        for (const [index, value] of array.data.entries()) {
          if (!Number.isFinite(value)) expect(data[index]).toBe(value);
          // The smallest float32 numbers have fewer digits than five.
          else
            expect(Math.abs(data[index] - value)).toBeLessThanOrEqual(
              6e-5 * Math.abs(value) + 1e-44,
            );
        }
      }),
    );
  });

  it('loses nothing more when it is written again', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const text = formatPicture(array);
        expect(formatPicture(parsePicture(text))).toBe(text);
      }),
    );
  });
});
