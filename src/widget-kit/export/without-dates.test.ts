import { expect, it } from 'vitest';
import { withoutDates } from './without-dates.ts';

const text = new TextEncoder();

function box(name: string, ...contents: readonly (readonly number[])[]): number[] {
  const inside = contents.flat();
  return [0, 0, 0, inside.length + 8, ...text.encode(name), ...inside];
}

/** Version and flags, when it was made and changed, and what follows. */
const dated = (version: number, seconds: number): number[] => [
  ...[version, 0, 0, 0],
  ...Array.from({ length: version === 1 ? 16 : 8 }, () => seconds),
  ...[1, 2, 3],
];

const film = (seconds: number): ArrayBuffer =>
  Uint8Array.from([
    ...box('ftyp', [7, 7]),
    ...box(
      'moov',
      box('mvhd', dated(0, seconds)),
      box('trak', box('tkhd', dated(1, seconds)), box('mdia', box('mdhd', dated(0, seconds)))),
    ),
    ...box('mdat', [9, 9, 9]),
  ]).buffer;

it('what was made at another time is the same without its dates, and nothing else is changed', () => {
  expect(withoutDates(film(5))).toEqual(film(0));
  expect(withoutDates(film(77))).toEqual(film(0));
});
