import { describe, expect, it } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import { fitTensor } from './travel.ts';

const image = {
  axes: [
    [3, 8],
    [3, 8],
  ] as const,
  min: -1,
  max: 1,
};
const batch = {
  axes: [
    [1, 4],
    [1, 1],
    [3, 8],
    [3, 8],
  ] as const,
  min: -9,
  max: 9,
};

const ramp = (shape: readonly number[]) =>
  ndArray(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i % 17) / 10),
  );

describe('a tensor that goes to another widget', () => {
  it('goes as it is where it fits', () => {
    const map = ramp([4, 5]);
    expect(fitTensor(map, { ...image, max: 9 })).toEqual(map);
  });

  it('gets the outer axes that it lacks', () => {
    expect(fitTensor(ramp([4, 5]), batch)?.shape).toEqual([1, 1, 4, 5]);
  });

  it('becomes as many equal channels as are wanted, if it has one', () => {
    const colour = { ...image, max: 9, axes: [[3, 3], ...image.axes] as const };
    const { data } = ramp([4, 5]);
    const grey = ndArray([3, 4, 5], [...data, ...data, ...data]);
    expect(fitTensor(ramp([4, 5]), colour)).toEqual(grey);
    const two = ramp([2, 1, 4, 5]);
    const fitted = fitTensor(two, { ...colour, axes: [[1, 2], ...colour.axes] });
    expect(fitted?.shape).toEqual([2, 3, 4, 5]);
    expect(fitted?.data.slice(40, 60)).toEqual(two.data.slice(0, 20));
    expect(fitted?.data.slice(60, 80)).toEqual(two.data.slice(20));
  });

  it('is kept within the bounds of the values there', () => {
    const fitted = fitTensor(ramp([4, 5]), image);
    expect(Math.max(...(fitted?.data ?? []))).toBe(1);
  });

  it('is resampled map by map where it is too large or too small', () => {
    const fitted = fitTensor(ramp([2, 1, 16, 2]), batch);
    expect(fitted?.shape).toEqual([2, 1, 8, 3]);
    const alone = fitTensor(ndArray([1, 1, 16, 2], ramp([2, 1, 16, 2]).data.slice(32)), batch);
    expect([...(fitted?.data.slice(24) ?? [])]).toEqual([...(alone?.data ?? [])]);
  });

  it('stays where its outer axes do not fit, and where it is empty', () => {
    expect(fitTensor(ramp([5, 1, 4, 4]), batch)).toBeUndefined();
    expect(fitTensor(ramp([2, 3, 4, 4]), batch)).toBeUndefined();
    expect(fitTensor(ramp([2, 4, 4]), image)).toBeUndefined();
    expect(fitTensor(ndArray([0, 0], []), image)).toBeUndefined();
  });
});
