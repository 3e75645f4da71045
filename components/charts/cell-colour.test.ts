import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyScale, signedScale, unsignedScale } from './cell-colour.ts';

describe('greyScale', () => {
  const scale = greyScale(0, 2);

  it.each([
    [0, 0],
    [1, 0.5],
    [2, 1],
    [-5, 0],
    [7, 1],
    [NaN, 0],
  ])('%d is at %d', (value, amount) => {
    expect(scale(value)).toEqual({ className: 'grey', amount });
  });

  it('may begin below zero', () => {
    expect(greyScale(-1, 1)(0).amount).toBe(0.5);
  });

  it('does not break where all cells are equal', () => {
    expect(greyScale(3, 3)(3).amount).toBe(0);
    expect(greyScale(3, 3)(4).amount).toBe(1);
  });
});

describe('unsignedScale', () => {
  const scale = unsignedScale(1, 5);

  it.each([
    [1, 0],
    [0, 0],
    [3, 0.5],
    [5, 1],
  ])('%d is at %d', (value, amount) => {
    expect(scale(value)).toEqual({ className: 'unsigned', amount });
  });

  it.each([5.1, Infinity, NaN])('leaves out %d', (value) => {
    expect(scale(value).className).toBe('beyond');
  });
});

describe('signedScale', () => {
  const scale = signedScale(4);

  it.each([
    [0, 'positive', 0],
    [-0, 'positive', 0],
    [2, 'positive', 0.5],
    [-2, 'negative', 0.5],
    [4, 'positive', 1],
    [-99, 'negative', 1],
    [Infinity, 'positive', 1],
    [NaN, 'positive', 0],
  ])('%d is %s at %d', (value, className, amount) => {
    expect(scale(value)).toEqual({ className, amount });
  });

  it('is as strong on either side of zero', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(scale(-value).amount).toBe(scale(value).amount);
      }),
    );
  });

  it('does not break where everything is zero', () => {
    expect(signedScale(0)(0)).toEqual({ className: 'positive', amount: 0 });
  });
});

it('no value and no scale leads off the ramp', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double(), (value, min, max) => {
      for (const { amount } of [greyScale(min, max)(value), signedScale(max)(value)]) {
        expect(amount >= 0 && amount <= 1).toBe(true);
      }
    }),
  );
});
