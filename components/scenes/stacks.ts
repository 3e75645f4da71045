import type { ColourScale } from '#charts/cell-colour.ts';
import { mapOf, mapStart, type MapIndex } from '#nd/maps.ts';
import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import type { Block, Vec3 } from './block.ts';
import type { Picked } from './pick.ts';
import type { SceneValues } from './scene.ts';

/** A tensor of four axes in a scene: each of its maps is a block, one cell thick. */
export type Stack<S extends string> = {
  readonly stage: S;
  /** [N, C, H, W] */
  readonly array: NdArray;
  readonly scaleOf: (n: number, c: number) => ColourScale;
  /** Lower left corner of the front of a map. */
  readonly placeOf: (n: number, c: number) => Vec3;
  /** Which of the theme's hues outlines a map, from 0. */
  readonly hueOf?: (n: number, c: number) => number | undefined;
  /** Side of a cell; 1 if not given. */
  readonly cell?: number;
};

/** An element of one of the tensors of a scene. */
export type StackElement<S extends string> = { readonly stage: S; readonly index: MapIndex };

export type StackOwner<S extends string> = {
  readonly stage: S;
  readonly n: number;
  readonly c: number;
};

/** Makes the blocks of some tensors, and says which element each of their cells shows. */
export function layOutStacks<S extends string>(stacks: readonly Stack<S>[]) {
  const blocks: Block[] = [];
  const owners: StackOwner<S>[] = [];
  const values: SceneValues[] = [];
  let first = 0;
  for (const { stage, array, scaleOf, placeOf, hueOf, cell } of stacks) {
    const [count, channels, height, width] = array.shape;
    for (let n = 0; n < count; n++) {
      for (let c = 0; c < channels; c++) {
        owners.push({ stage, n, c });
        blocks.push({
          low: placeOf(n, c),
          cells: [width, height, 1],
          first: first + mapStart(array, n, c),
          steps: [1, width, 0],
          hue: hueOf?.(n, c),
          cell,
        });
        values.push({ data: mapOf(array, n, c).data, scale: scaleOf(n, c) });
      }
    }
    first += sizeOf(array.shape);
  }

  /** Place of a map among the blocks; −1 if it is not in the scene. */
  const indexOf = (stage: S, n: number, c: number): number =>
    owners.findIndex((owner) => owner.stage === stage && owner.n === n && owner.c === c);

  return {
    blocks,
    owners,
    values,
    blockOf: (stage: S, n: number, c: number): Block => blocks[indexOf(stage, n, c)],
    elementOf({ block, cell }: Picked): StackElement<S> {
      const { stage, n, c } = owners[block];
      return { stage, index: [n, c, cell[1], cell[0]] };
    },
    pickedOf({ stage, index }: StackElement<S>): Picked | undefined {
      const block = indexOf(stage, index[0], index[1]);
      return block < 0 ? undefined : { block, cell: [index[3], index[2], 0] };
    },
    /** The blocks of the maps that `is` is true of. */
    blocksWhere: (is: (owner: StackOwner<S>) => boolean): ReadonlySet<number> =>
      new Set(owners.flatMap((owner, block) => (is(owner) ? [block] : []))),
  };
}
