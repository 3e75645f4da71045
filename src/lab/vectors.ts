// Vectors of as many numbers as a network has: in plain arrays, with sums in float64.

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

export const lengthOf = (vector: ArrayLike<number>): number => Math.sqrt(dot(vector, vector));

/** The same direction with another length; one of no length keeps it. */
export function ofLength(direction: Float32Array, length: number): Float32Array {
  const factor = length / (lengthOf(direction) || 1);
  return direction.map((value) => value * factor);
}

/** What is left of a direction without its part along another one. */
export function orthogonalTo(other: Float32Array, direction: Float32Array): Float32Array {
  const share = dot(direction, other) / (dot(other, other) || 1);
  return direction.map((value, index) => value - share * other[index]);
}
