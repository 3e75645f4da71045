import type { Stage, Tensors } from './model.ts';
import type { Layer } from './weights.ts';

/** How far things at the back stand to the right when the scene is turned as it opens. */
const SHEAR = 0.75;

/**
 * Where the tensors stand in the scene, counted in cells of the image. Filters, which are small, get
 * larger cells beside a large image.
 */
export function measure(
  { image, weight, output }: Tensors,
  { channels, filters }: Layer,
  narrow: boolean,
) {
  const [, , height, width] = image.shape;
  const [, , rows, columns] = weight.shape;
  const largest = Math.max(height, width, output.shape[2], output.shape[3]);
  const channelGap = gapOf(channels, largest);
  const outputGap = gapOf(filters, largest);
  const channelDepth = (channels - 1) * channelGap;
  const room = (largest * (1.15 + 0.13 * filters)) / filters;
  const weightCell = Math.min(room / (rows + 1.2), (0.5 * largest) / columns);
  const weightWidth = columns * weightCell;
  const pitch = (rows + 1.2) * weightCell;
  const space = channelDepth * SHEAR + (narrow ? 0.25 : 0.62) * largest;
  const weightLeft = width + space;
  const outputLeft = weightLeft + weightWidth + space;
  const spans: Readonly<Record<Stage, Span>> = {
    image: { left: 0, width, height, depth: channelDepth },
    weight: {
      left: weightLeft,
      width: weightWidth,
      height: (filters - 1) * pitch + rows * weightCell,
      depth: channelDepth,
    },
    output: {
      left: outputLeft,
      width: output.shape[3],
      height: output.shape[2],
      depth: (filters - 1) * outputGap,
    },
  };
  return {
    /** What looks like one cell of a small image. */
    unit: largest / 12,
    channelGap,
    outputGap,
    weightCell,
    weightLeft,
    outputLeft,
    filterMiddle: (filter: number): number => ((filters - 1) / 2 - filter) * pitch,
    spanOf: (stage: Stage): Span => spans[stage],
  };
}

export type Measures = ReturnType<typeof measure>;

/** The box that a tensor fills, from its front to its back; it is as high above the middle as below. */
export type Span = {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
};

/** Between maps that stand behind one another: the more there are, the nearer they stand. */
function gapOf(count: number, largest: number): number {
  return count === 1 ? 0 : Math.min(0.5 * largest, (1.5 * largest) / (count - 1));
}
