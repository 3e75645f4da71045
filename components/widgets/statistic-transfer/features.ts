import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';

/** Where the statistics are taken: in red, green and blue, or in the answers of random filters. */
export const spaces = ['colour', 'filters'] as const;

export type Space = (typeof spaces)[number];

/** Side of a block that a filter looks at, in each space. */
export const blockOf = (space: Space): number => (space === 'colour' ? 1 : 2);

export const channelsOf = (space: Space): number => 3 * blockOf(space) ** 2;

/**
 * Lays the blocks of a picture out as channels: [3, H, W] → [1, 3·b², H / b, W / b]. Nothing is
 * computed, every number only gets another place.
 */
export function toBlocks({ shape, data }: NdArray, block: number): NdArray {
  const [channels, height, width] = shape;
  const [rows, columns] = [height / block, width / block];
  const cells = new Float32Array(data.length);
  eachPlace(shape, block, (inPicture, inBlocks) => {
    cells[inBlocks] = data[inPicture];
  });
  return { shape: [1, channels * block ** 2, rows, columns], data: cells };
}

/** The inverse of {@link toBlocks}. */
export function fromBlocks({ data }: NdArray, block: number, shape: readonly number[]): NdArray {
  const cells = new Float32Array(data.length);
  eachPlace(shape, block, (inPicture, inBlocks) => {
    cells[inPicture] = data[inBlocks];
  });
  return { shape, data: cells };
}

function eachPlace(
  [channels, height, width]: readonly number[],
  block: number,
  visit: (inPicture: number, inBlocks: number) => void,
): void {
  const [rows, columns] = [height / block, width / block];
  for (let place = 0; place < channels * height * width; place++) {
    const [y, x] = [Math.floor(place / width) % height, place % width];
    const inBlock = (y % block) * block + (x % block);
    const channel = Math.floor(place / (height * width)) * block ** 2 + inBlock;
    visit(place, (channel * rows + Math.floor(y / block)) * columns + Math.floor(x / block));
  }
}

/**
 * One filter a row, each of length 1 and at right angles to all others, so that the transposed
 * matrix leads back: of colours the identity, else drawn at random and made orthonormal.
 * @returns [C, C] with C = 3·b²
 */
export function filtersOf(space: Space, seed: number): NdArray {
  const size = channelsOf(space);
  const random = seededRandom(seed);
  const rows: number[][] = [];
  for (let row = 0; row < size; row++) {
    const drawn = Array.from({ length: size }, (_, at) =>
      space === 'colour' ? Number(at === row) : normal(random),
    );
    // Twice, since once leaves what rounding adds.
    for (let pass = 0; pass < 2; pass++) {
      for (const other of rows) {
        const along = dot(drawn, other);
        other.forEach((value, at) => (drawn[at] -= along * value));
      }
    }
    const length = Math.sqrt(dot(drawn, drawn));
    rows.push(drawn.map((value) => value / length));
  }
  return ndArray([size, size], rows.flat());
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at], 0);

export function transposed({ shape, data }: NdArray): NdArray {
  const [rows, columns] = shape;
  return {
    shape: [columns, rows],
    data: data.map((_, index) => data[(index % rows) * columns + Math.floor(index / rows)]),
  };
}
