import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** More pixels than this are refused, so that no file can freeze the page. */
const MOST_PIXELS = 40e6;

/** Every cell is the mean of this many pixels a side. */
const PIXELS_A_CELL = 8;

/** Why a file did not become an image: a word of the kit says it. */
export class PictureError extends Error {
  readonly reason: 'notAPicture' | 'pictureTooLarge';

  constructor(reason: PictureError['reason']) {
    super(reason);
    this.name = 'PictureError';
    this.reason = reason;
  }
}

/**
 * Reads a PNG, JPEG, WebP or SVG file as grey cells in 0 … 1: the middle square of the picture, on
 * white, averaged over cells.
 * @throws PictureError if it is no picture, or one too large to read here
 */
export async function readPicture(file: Blob, side: number): Promise<NdArray> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode().catch(() => {
      throw new PictureError('notAPicture');
    });
    // An SVG may have no size of its own.
    const width = picture.naturalWidth || 256;
    const height = picture.naturalHeight || 256;
    if (width * height > MOST_PIXELS) throw new PictureError('pictureTooLarge');
    return greyCells(picture, width, height, side);
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

/** The middle square of a picture or a video frame as side × side grey cells. */
export function greyCells(
  source: CanvasImageSource,
  width: number,
  height: number,
  side: number,
): NdArray {
  const pixels = side * PIXELS_A_CELL;
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new PictureError('notAPicture');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, pixels, pixels);
  context.imageSmoothingQuality = 'high';
  const square = Math.min(width, height);
  const [x, y] = [(width - square) / 2, (height - square) / 2];
  context.drawImage(source, x, y, square, square, 0, 0, pixels, pixels);
  const { data } = context.getImageData(0, 0, pixels, pixels);
  const cells = new Float32Array(side * side);
  for (let pixel = 0; pixel < pixels * pixels; pixel++) {
    const row = Math.floor(pixel / pixels / PIXELS_A_CELL);
    const column = Math.floor((pixel % pixels) / PIXELS_A_CELL);
    const [red, green, blue] = data.subarray(pixel * 4, pixel * 4 + 3);
    cells[row * side + column] += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  const full = 255 * PIXELS_A_CELL ** 2;
  return ndArray(
    [side, side],
    cells.map((sum) => Math.round((sum / full) * 100) / 100),
  );
}
