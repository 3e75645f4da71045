import { drawn } from '#engine/drawn.ts';

/** What the canvas of a 3-D picture listens to, with the pixels wanted for every CSS pixel. */
export const SHARPNESS = 'seikika-sharpness';

/** As fine as a picture is drawn; finer ones are scaled. */
const FINEST = 4;

/** Lets 3-D pictures be drawn as finely as a picture of the figure needs; returns what puts them back. */
export async function sharpen(stage: HTMLElement, scale: number): Promise<() => void> {
  const canvases = Array.from(stage.querySelectorAll('canvas'));
  const tell = (detail: number | undefined): void =>
    canvases.forEach((canvas) => canvas.dispatchEvent(new CustomEvent(SHARPNESS, { detail })));
  tell(Math.min(scale, FINEST));
  if (canvases.length > 0) await drawn();
  return () => tell(undefined);
}
