import type { NdArray } from './nd-array.ts';

/**
 * A matrix at another size: each new cell is the mean of the area that it covers, rounded to
 * hundredths so that it stays readable.
 * Growing by a whole factor repeats cells; shrinking averages them.
 */
export function resample({ shape, data }: NdArray, rows: number, columns: number): NdArray {
  const [height, width] = shape;
  if (height === rows && width === columns) return { shape, data };
  const vertical = overlaps(height, rows);
  const horizontal = overlaps(width, columns);
  const cells = Float32Array.from({ length: rows * columns }, (_, index) => {
    let sum = 0;
    for (const { at: row, share: down } of vertical[Math.floor(index / columns)]) {
      for (const { at: column, share: across } of horizontal[index % columns]) {
        sum += data[row * width + column] * down * across;
      }
    }
    return Math.round(sum * 100) / 100;
  });
  return { shape: [rows, columns], data: cells };
}

/** For every new cell along one axis: which old cells it covers, and which share of it each fills. */
function overlaps(from: number, to: number): { at: number; share: number }[][] {
  const scale = from / to;
  return Array.from({ length: to }, (_, index) => {
    const [start, end] = [index * scale, (index + 1) * scale];
    const shares = [];
    for (let at = Math.floor(start); at < Math.min(end, from); at++) {
      const covered = Math.min(end, at + 1) - Math.max(start, at);
      if (covered > 1e-9) shares.push({ at, share: covered / scale });
    }
    return shares;
  });
}

/** A matrix cut or filled with zeros to another size, its middle kept in the middle. */
export function recentre({ shape, data }: NdArray, rows: number, columns: number): NdArray {
  const [height, width] = shape;
  const top = Math.floor((rows - 1) / 2) - Math.floor((height - 1) / 2);
  const left = Math.floor((columns - 1) / 2) - Math.floor((width - 1) / 2);
  const cells = Float32Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns) - top;
    const column = (index % columns) - left;
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? data[row * width + column] : 0;
  });
  return { shape: [rows, columns], data: cells };
}
