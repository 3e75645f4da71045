/** Room over the rows of a panel, for the numbers of its axis. */
export const TOP = 26;

/** Room under them. */
const BOTTOM = 18;

/** What is written in the lowest row needs so much, however low the row is. */
const WRITTEN = 14;

const MOST_HEIGHT = 26;
const MOST_TOGETHER = 420;

/** Numbers of blocks are written no closer than this. */
const LINE = 12;

/** One row for the input, at the bottom, and one for every block over it. */
export type Rows = {
  readonly levels: number;
  /** Of one row, in units of the picture. */
  readonly height: number;
  /** Lower end of the lowest, of what is written there, and of the picture. */
  readonly bottom: number;
  readonly foot: number;
  readonly end: number;
  readonly topOf: (level: number) => number;
  readonly middleOf: (level: number) => number;
  readonly levelAt: (y: number) => number;
  /** Those that have something written in them, while one is spoken of: that one, and none close to it. */
  readonly numbered: (now: number) => readonly number[];
};

export function rowsOf(blocks: number): Rows {
  const levels = blocks + 1;
  const height = Math.min(MOST_HEIGHT, MOST_TOGETHER / levels);
  const bottom = TOP + height * levels;
  const topOf = (level: number): number => bottom - (level + 1) * height;
  const foot = Math.max(bottom, topOf(0) + WRITTEN);
  const areApart = (a: number, b: number): boolean => Math.abs(a - b) * height >= LINE;
  const numbered: number[] = [];
  for (const level of [0, 1, 2, 3, 5, 10, 20, 30, 40, 50]) {
    const last = numbered.at(-1) ?? -Infinity;
    if (level <= blocks && areApart(level, last)) numbered.push(level);
  }
  return {
    levels,
    height,
    bottom,
    foot,
    end: foot + BOTTOM,
    topOf,
    middleOf: (level) => topOf(level) + height / 2,
    levelAt: (y) => Math.min(Math.max(Math.floor((bottom - y) / height), 0), blocks),
    numbered: (now) => [...numbered.filter((level) => areApart(level, now)), now],
  };
}
