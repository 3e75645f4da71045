import { setsOf, type NormName } from './sets.ts';

/** Size of the whole picture, and of a map in it at most. */
const WIDTH = 60;
const HEIGHT = 44;
const LARGEST = 14;
/** Between one set and the next. */
const GAP = 2.4;

export type SetsPictureProps = {
  readonly norm: NormName;
  /** [N, C, H, W] */
  readonly shape: readonly number[];
  readonly groups: number;
};

/** The maps of a tensor as squares, an image a row and a channel a column; what shares statistics is one piece. */
export function SetsPicture({ norm, shape, groups }: SetsPictureProps) {
  const [images, channels] = shape;
  const side = Math.min(WIDTH / channels, HEIGHT / images, LARGEST);
  const left = (WIDTH - channels * side) / 2;
  const top = HEIGHT - images * side;
  const sets = setsOf(norm, shape, groups);
  const maps = Array.from({ length: images * channels }, (_, map) => ({
    n: Math.floor(map / channels),
    c: map % channels,
  }));
  const same = (n: number, c: number, down: number, right: number): boolean => {
    const [other, next] = [n + down, c + right];
    return (
      other >= 0 &&
      other < images &&
      next >= 0 &&
      next < channels &&
      sets?.setOf(n, c) === sets?.setOf(other, next)
    );
  };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {maps.map(({ n, c }) => {
        const edge = (down: number, right: number): number =>
          same(n, c, down, right) ? 0.2 : GAP / 2;
        const x = left + c * side + edge(0, -1);
        const y = top + n * side + edge(-1, 0);
        return (
          <rect
            key={`${n} ${c}`}
            class={sets && `hue-${sets.hueOf(sets.setOf(n, c)) + 1}`}
            x={x}
            y={y}
            width={left + (c + 1) * side - edge(0, 1) - x}
            height={top + (n + 1) * side - edge(1, 0) - y}
          />
        );
      })}
    </svg>
  );
}
