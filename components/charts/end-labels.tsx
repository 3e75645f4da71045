import type { PlotScales } from './plot.tsx';

export type EndLabel = {
  readonly name: string;
  /** Where the curve ends, in values of both axes; nothing is written if that is not finite. */
  readonly x: number;
  readonly y: number;
  /** Class of the curve's hue. */
  readonly hue?: string;
};

export type EndLabelsProps = PlotScales & { readonly labels: readonly EndLabel[] };

/** Height of a line, in units of the picture. */
const LINE = 13;

/** Names of curves at their ends, none over another: the order of the ends is kept. */
export function EndLabels({ x, y, labels }: EndLabelsProps) {
  const placed = labels
    .filter((label) => Number.isFinite(label.x) && Number.isFinite(label.y))
    .map((label) => ({ ...label, across: x(label.x) + 5, down: y(label.y) + 4 }))
    .sort((a, b) => b.down - a.down);
  // From the lowest up: each stands clear of the one below it.
  placed.forEach((label, index) => {
    const below = placed[index - 1];
    if (below) label.down = Math.min(label.down, below.down - LINE);
  });
  return placed.map(({ name, hue, across, down }) => (
    <text key={name} class={`end-label ${hue ?? ''}`} x={across} y={down}>
      {name}
    </text>
  ));
}
