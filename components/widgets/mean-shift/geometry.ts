import type { Network } from './model.ts';

/** Units of a strip's picture: a layer is so wide, a deviation so high. */
export const LAYER = 100;
export const DEVIATION = 100;

/** Pixels that both strips share, that a deviation has at most, and that a strip has at least. */
const HEIGHT = 350;
const MOST = 44;
const LEAST = 64;

export type Strip = {
  /** Deviations to either side of 0. */
  readonly reach: number;
  readonly height: number;
  /** Numbers at the axis. */
  readonly ticks: readonly number[];
};

/** Both strips have the same scale: how high each stands is how far its channels reach. */
export function stripsFor(reaches: readonly number[]): readonly Strip[] {
  const all = reaches.reduce((sum, reach) => sum + reach, 0);
  const pixels = Math.min(HEIGHT / (2 * all), MOST);
  const every = [1, 2, 5, 10, 20, 50, 100].find((step) => step * pixels >= 24) ?? 200;
  return reaches.map((reach) => {
    const height = Math.max(Math.round(2 * reach * pixels), LEAST);
    const shown = height / 2 / pixels;
    const most = Math.floor(shown / every) * every;
    const ticks = most > 0 ? [-most, 0, most] : [0];
    return { reach: shown, height, ticks };
  });
}

/** Where a place stands, counted from the input through all layers. */
export const acrossOf = (row: number, { places }: Network): number =>
  Math.round((row * LAYER) / places.length);

const downOf = (shift: number): number => Math.round(-DEVIATION * shift);

/** The channels after one kind of place, each as a line of no length. */
export function dots(network: Network, rows: readonly number[]): string {
  return rows
    .map((row) => {
      const downs = network.shifts[row].filter(Number.isFinite).map(downOf).sort();
      const rest = downs
        .subarray(1)
        .reduce((path, down, at) => `${path}m0 ${down - downs[at]}h0`, '');
      return downs.length > 0 ? `M${acrossOf(row, network)} ${downs[0]}h0${rest}` : '';
    })
    .join('');
}

/** The way of one channel through places that follow each other, as far as it has a deviation. */
export function way(network: Network, from: number, to: number, channel: number): string {
  let path = '';
  for (let row = from; row <= to; row++) {
    const down = downOf(network.shifts[row][channel]);
    if (Number.isFinite(down)) path += `${path ? 'L' : 'M'}${acrossOf(row, network)} ${down}`;
  }
  return path;
}

/** How every channel is taken to 0 by a norm. */
export function pulls(network: Network, rows: readonly number[]): string {
  return rows
    .flatMap((row) =>
      Array.from(network.shifts[row], (_, channel) => way(network, row - 1, row, channel)),
    )
    .join('');
}

/** Where theory has the root mean square of the shifts, to either side of 0 after every layer. */
export function expectedMarks({ expected }: Network): string {
  return (expected ?? [])
    .flatMap(({ squaredMean, variance }, layer) => {
      const down = downOf(Math.sqrt(squaredMean / variance));
      return layer === 0 ? [] : [down, -down].map((at) => `M${LAYER * layer - 13} ${at}h26`);
    })
    .join('');
}
