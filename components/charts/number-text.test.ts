import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsFor, numberText, powerText } from './number-text.ts';

describe('numberText', () => {
  it.each<[number, number, string]>([
    [1, 0, '1'],
    [1, 2, '1.00'],
    [0.125, 2, '0.13'],
    [-2.5, 1, '−2.5'],
    [0, 1, '0.0'],
    [-0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [-0.06, 1, '−0.1'],
    [99_999, 0, '99999'],
    [-99_999, 0, '−99999'],
    [1e5, 2, '1e5'],
    [-2e7, 0, '−2e7'],
    [3e-9, 2, '0.00'],
    [3e38, 0, '3e38'],
    [NaN, 1, 'NaN'],
    [Infinity, 1, '∞'],
    [-Infinity, 1, '−∞'],
  ])('%d with %i decimals is %s', (value, decimals, text) => {
    expect(numberText(value, decimals)).toBe(text);
  });

  it('never holds a hyphen for a minus sign, nor a negative zero', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.nat(4), (value, decimals) => {
        const text = numberText(value, decimals);
        expect(text).not.toMatch(/^-|\+/);
        expect(text).not.toMatch(/^−[0.]*$/);
        expect(text.startsWith('−')).toBe(value < 0 && /[1-9∞]/.test(text));
      }),
    );
  });

  it('is within half of its last decimal of the value', () => {
    const values = fc.double({ min: -99_999, max: 99_999, noNaN: true });
    fc.assert(
      fc.property(values, fc.nat(3), (value, decimals) => {
        const read = Number(numberText(value, decimals).replace('−', '-'));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      }),
    );
  });
});

describe('decimalsFor', () => {
  it.each<[number[], number]>([
    [[], 0],
    [[0, 0], 0],
    [[1, -2, 3], 0],
    [[0.5, 1], 1],
    [[0.25, 1], 2],
    [[1 / 3, 1], 2],
    [[1, 1.0005], 0],
    [[100.5, 1], 1],
    [[100.25, 1], 1],
    [[1000.5, 0.5], 0],
  ])('%j needs %i', (values, decimals) => {
    expect(decimalsFor(values)).toBe(decimals);
  });

  it('never gives more than it may', () => {
    expect(decimalsFor([0.123], 1)).toBe(1);
    expect(decimalsFor([0.123], 3)).toBe(3);
    expect(decimalsFor([0.5, 0.25], 0)).toBe(0);
    expect(decimalsFor([123.45], 0)).toBe(0);
  });

  it('takes float32 for the decimals that were meant', () => {
    expect(decimalsFor(new Float32Array([0.1, 0.2, 0.7]))).toBe(1);
    expect(decimalsFor(new Float32Array([0.35]))).toBe(2);
  });

  it('looks at the finite values where some are not', () => {
    expect(decimalsFor([Infinity, 0.5])).toBe(1);
    expect(decimalsFor([NaN, 1])).toBe(0);
  });
});

describe('powerText', () => {
  it.each<[number, string]>([
    [0, '0'],
    [2e-7, '2 × 10⁻⁷'],
    [1.2e-7, '1 × 10⁻⁷'],
    [1e-7, '10⁻⁷'],
    [1e-12, '10⁻¹²'],
    [3, '3 × 10⁰'],
    [4e10, '4 × 10¹⁰'],
    [9.6e-7, '1 × 10⁻⁶'],
    [-2e-7, '−2 × 10⁻⁷'],
    [-1e4, '−10⁴'],
  ])('%d is %s', (value, text) => {
    expect(powerText(value)).toBe(text);
  });

  it('has as many decimals as it is asked for', () => {
    expect(powerText(-6.9092e-5, 3)).toBe('−6.909 × 10⁻⁵');
    expect(powerText(9.9999e5, 2)).toBe('1.00 × 10⁶');
  });

  it.each([NaN, Infinity])('%d is no power of ten', (value) => {
    expect(powerText(value)).not.toContain('10');
  });
});
