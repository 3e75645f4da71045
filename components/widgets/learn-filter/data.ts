import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom, type Random } from '#nd/random.ts';
import type { Params } from './params.ts';

/** Side of the image that the filter learns on. */
const SIDE = 10;

export type Data = {
  /** [10, 10] */
  readonly image: NdArray;
  /** The kernel that learning starts from, of the hidden one's shape. */
  readonly start: NdArray;
  /** Noise on the target map, with the standard deviation that the params ask for. */
  readonly targetNoise: NdArray;
};

/** Everything random of a run, drawn from its seed in a fixed order. */
export function drawData({ hidden, input, noise, seed }: Params): Data {
  const random = seededRandom(seed);
  const [rows, columns] = hidden.shape;
  return {
    start: draw(hidden.shape, () => 0.5 * normal(random)),
    targetNoise: draw([SIDE - rows + 1, SIDE - columns + 1], () => noise * normal(random)),
    image: imageOf(input, random),
  };
}

function draw(shape: readonly number[], value: (index: number) => number): NdArray {
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, (_, index) => value(index)) };
}

function imageOf(input: Params['input'], random: Random): NdArray {
  const shape = [SIDE, SIDE];
  const at = (index: number): [x: number, y: number] => [index % SIDE, Math.floor(index / SIDE)];
  switch (input) {
    case 'noise':
      return draw(shape, () => normal(random));
    case 'disc':
      return draw(shape, (index) => {
        const [x, y] = at(index);
        return Math.hypot(x - (SIDE - 1) / 2, y - (SIDE - 1) / 2) < SIDE / 3 ? 1 : 0.1;
      });
    case 'stripes':
      return draw(shape, (index) => (Math.floor(at(index)[0] / 2) % 2 === 0 ? 0.1 : 0.9));
  }
}
