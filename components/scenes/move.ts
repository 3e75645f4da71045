import type { Move } from './picture.tsx';

type Index = readonly [number, number, number, number];

/** Where a key leads in an [N, C, H, W] tensor; at an edge it stays. */
export function moveInStack(
  [n, c, h, w]: Index,
  [count, channels, height, width]: readonly number[],
  move: Move,
): Index {
  const to = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);
  switch (move) {
    case 'left':
      return [n, c, h, to(w - 1, width)];
    case 'right':
      return [n, c, h, to(w + 1, width)];
    case 'up':
      return [n, c, to(h - 1, height), w];
    case 'down':
      return [n, c, to(h + 1, height), w];
    case 'next':
      return [n, to(c + 1, channels), h, w];
    case 'previous':
      return [n, to(c - 1, channels), h, w];
    case 'nextGroup':
      return [to(n + 1, count), c, h, w];
    case 'previousGroup':
      return [to(n - 1, count), c, h, w];
  }
}
