/** x to the right, y up, z towards whoever looks at the front; one unit is the side of a usual cell. */
export type Vec3 = readonly [x: number, y: number, z: number];

/** A solid box of cells, each of which shows one element of a tensor. */
export type Block = {
  /** Corner with the least x, y and z. */
  readonly low: Vec3;
  /** Cells along x, y and z. */
  readonly cells: Vec3;
  /** Position, in the scene's values, of the cell at the upper left of the front. */
  readonly first: number;
  /** What one cell to the right, down and to the back adds to the position. */
  readonly steps: Vec3;
  /** Which of the theme's eight hues outlines it, from 0; the ink if not given. */
  readonly hue?: number;
  /** Side of a cell; 1 if not given. */
  readonly cell?: number;
};

export type Bounds = { readonly low: Vec3; readonly high: Vec3 };

export function highOf({ low, cells, cell = 1 }: Pick<Block, 'low' | 'cells' | 'cell'>): Vec3 {
  return [low[0] + cells[0] * cell, low[1] + cells[1] * cell, low[2] + cells[2] * cell];
}

/** @throws Error if there is no block */
export function boundsOf(blocks: readonly Block[]): Bounds {
  if (blocks.length === 0) throw new Error('A scene has at least one block');
  const along = (axis: 0 | 1 | 2): [number, number] => [
    Math.min(...blocks.map(({ low }) => low[axis])),
    Math.max(...blocks.map((block) => highOf(block)[axis])),
  ];
  const [x, y, z] = [along(0), along(1), along(2)];
  return { low: [x[0], y[0], z[0]], high: [x[1], y[1], z[1]] };
}

export function cornersOf({ low, high }: Bounds): readonly Vec3[] {
  return [low[0], high[0]].flatMap((x) =>
    [low[1], high[1]].flatMap((y) => [low[2], high[2]].map((z): Vec3 => [x, y, z])),
  );
}

/** Position in the scene's values of a block's cell, counted to the right, down and to the back. */
export function positionOf({ first, steps }: Block, [right, down, back]: Vec3): number {
  return first + right * steps[0] + down * steps[1] + back * steps[2];
}

/** The box of one cell. */
export function cellBounds({ low, cells, cell = 1 }: Block, [right, down, back]: Vec3): Bounds {
  const corner: Vec3 = [
    low[0] + right * cell,
    low[1] + (cells[1] - 1 - down) * cell,
    low[2] + (cells[2] - 1 - back) * cell,
  ];
  return { low: corner, high: [corner[0] + cell, corner[1] + cell, corner[2] + cell] };
}
