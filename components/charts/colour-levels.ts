import type { NdArray } from '#nd/nd-array.ts';
import type { CellColour, ColourScale } from './cell-colour.ts';

/** Steps of a colour ramp: neighbouring ones can hardly be told apart. */
const STEPS = 48;

/** All cells of one colour. */
export type ColourLevel = CellColour & {
  /** Their outline, in cells from the upper left corner: runs of neighbours as rectangles. */
  readonly path: string;
};

/** A matrix as areas of equal colour, the colours rounded to steps of their ramp. */
export function levelsOf({ shape, data }: NdArray, scale: ColourScale): readonly ColourLevel[] {
  const [rows, columns] = shape;
  const paths = new Map<string, string[]>();
  let start = 0;
  let level = '';
  const close = (row: number, end: number): void => {
    const runs = paths.get(level);
    const run = `M${start} ${row}h${end - start}v1h${start - end}z`;
    if (runs) runs.push(run);
    else paths.set(level, [run]);
  };
  for (let row = 0; row < rows; row++) {
    start = 0;
    for (let column = 0; column < columns; column++) {
      const { className, amount } = scale(data[row * columns + column]);
      const next = `${className} ${Math.round(amount * STEPS)}`;
      if (column > 0 && next !== level) {
        close(row, column);
        start = column;
      }
      level = next;
    }
    close(row, columns);
  }
  return Array.from(paths, ([key, runs]) => {
    const end = key.lastIndexOf(' ');
    const amount = Number((Number(key.slice(end)) / STEPS).toFixed(3));
    return { className: key.slice(0, end), amount, path: runs.join('') };
  });
}
