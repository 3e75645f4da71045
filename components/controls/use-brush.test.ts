import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsBetween } from './use-brush.ts';

const at = (row: number, column: number) => ({ row, column });
const cells = fc.record({ row: fc.integer({ min: -9, max: 30 }), column: fc.nat(30) });

describe('cellsBetween', () => {
  it('is the one cell where both ends are the same', () => {
    expect(cellsBetween(at(2, 3), at(2, 3))).toEqual([at(2, 3)]);
  });

  it('fills straight and diagonal lines', () => {
    expect(cellsBetween(at(0, 1), at(0, 4))).toEqual([at(0, 1), at(0, 2), at(0, 3), at(0, 4)]);
    expect(cellsBetween(at(3, 0), at(1, 0))).toEqual([at(3, 0), at(2, 0), at(1, 0)]);
    expect(cellsBetween(at(0, 2), at(2, 0))).toEqual([at(0, 2), at(1, 1), at(2, 0)]);
  });

  it('begins and ends where it should, in whole cells', () => {
    fc.assert(
      fc.property(cells, cells, (from, to) => {
        const path = cellsBetween(from, to);
        expect(path[0]).toEqual(from);
        expect(path.at(-1)).toEqual(to);
        expect(path.flatMap(({ row, column }) => [row, column]).every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('leaves no gap and visits no cell twice', () => {
    fc.assert(
      fc.property(cells, cells, (from, to) => {
        const path = cellsBetween(from, to);
        for (const [index, cell] of path.slice(1).entries()) {
          const [rows, columns] = [cell.row - path[index].row, cell.column - path[index].column];
          expect(Math.max(Math.abs(rows), Math.abs(columns))).toBe(1);
        }
      }),
    );
  });

  it('stays within half a cell of the straight line', () => {
    fc.assert(
      fc.property(cells, cells, (from, to) => {
        const [rows, columns] = [to.row - from.row, to.column - from.column];
        const longer = Math.max(Math.abs(rows), Math.abs(columns));
        for (const { row, column } of cellsBetween(from, to)) {
          const across = Math.abs((row - from.row) * columns - (column - from.column) * rows);
          expect(across).toBeLessThanOrEqual(longer / 2);
        }
      }),
    );
  });
});
