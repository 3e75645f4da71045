import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, redo, startHistory, undo, type History } from './history.ts';

const afterEdits = (...states: number[]): History<number> =>
  states.reduce((history, state) => record(history, state), startHistory(0));

describe('undo and redo', () => {
  it('walk back and forth through the states', () => {
    const edited = afterEdits(1, 2, 3);
    const back = undo(undo(edited));
    expect(back.present).toBe(1);
    expect(redo(back).present).toBe(2);
    expect(redo(redo(back)).present).toBe(3);
  });

  it('change nothing at the ends', () => {
    const start = startHistory(0);
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
    const edited = afterEdits(1);
    expect(redo(edited)).toBe(edited);
  });

  it('forget what was undone at the next edit', () => {
    const edited = record(undo(afterEdits(1, 2)), 9);
    expect(redo(edited)).toBe(edited);
    expect(undo(edited).present).toBe(1);
  });

  it('reach states whose value is 0, false or empty', () => {
    expect(undo(afterEdits(0, 1)).present).toBe(0);
    expect(undo(record(startHistory(false), true)).present).toBe(false);
    expect(redo(undo(record(startHistory('a'), ''))).present).toBe('');
  });

  it('leave older histories as they were', () => {
    const edited = afterEdits(1, 2);
    undo(edited);
    record(edited, 7);
    expect(edited).toMatchObject({ past: [0, 1], present: 2, future: [] });
  });
});

describe('gestures', () => {
  it('are undone at once', () => {
    let history = afterEdits(1);
    for (const state of [2, 3, 4]) history = record(history, state, 'stroke 1');
    expect(history.present).toBe(4);
    expect(undo(history).present).toBe(1);
    expect(redo(undo(history)).present).toBe(4);
  });

  it('end with another gesture, an edit without one, an undo or a redo', () => {
    const stroke = record(afterEdits(1), 2, 'stroke 1');
    expect(undo(record(stroke, 3, 'stroke 2')).present).toBe(2);
    expect(undo(record(record(stroke, 3), 4, 'stroke 1')).present).toBe(3);
    const redone = redo(undo(stroke));
    expect(undo(record(redone, 3, 'stroke 1')).present).toBe(2);
    const undone = undo(stroke);
    expect(undo(record(undone, 3, 'stroke 1')).present).toBe(1);
  });
});

describe('memory', () => {
  const edits = Array.from({ length: 500 }, (_, index) => index + 1);

  it('keeps the last 200 states, the oldest are forgotten', () => {
    let history = afterEdits(...edits);
    expect(history.past).toHaveLength(200);
    for (let step = 0; step < 300; step++) history = undo(history);
    expect(history.present).toBe(300);
    for (let step = 0; step < 300; step++) history = redo(history);
    expect(history.present).toBe(500);
  });
});

describe('any sequence of edits, undos and redos', () => {
  type Move = 'undo' | 'redo' | number;
  const moves = fc.array(
    fc.oneof(fc.constantFrom<Move>('undo', 'redo'), fc.integer({ min: 1, max: 99 })),
    { maxLength: 60 },
  );

  it('does as a plain list with a finger on it', () => {
    fc.assert(
      fc.property(moves, (moves) => {
        let history = startHistory(0);
        let list = [0];
        let finger = 0;
        for (const move of moves) {
          if (move === 'undo') {
            history = undo(history);
            finger = Math.max(0, finger - 1);
          } else if (move === 'redo') {
            history = redo(history);
            finger = Math.min(list.length - 1, finger + 1);
          } else {
            history = record(history, move);
            list = [...list.slice(0, finger + 1), move];
            finger++;
          }
          expect(history.present).toBe(list[finger]);
          expect(history.past).toEqual(list.slice(0, finger));
          expect(history.future).toEqual(list.slice(finger + 1));
        }
      }),
    );
  });
});
