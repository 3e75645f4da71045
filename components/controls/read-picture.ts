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

/** What becomes of a picture: [side, side] grey cells, or [3, side, side] red, green and blue ones. */
export type Cells = { readonly side: number; readonly colour: boolean };

/**
 * Reads a PNG, JPEG, WebP or SVG file as cells in 0 … 1: the middle square of the picture, on white,
 * averaged over cells.
 * @throws PictureError if it is no picture, or one too large to read here
 */
export async function readPicture(file: Blob, cells: Cells): Promise<NdArray> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    // A loaded picture knows its size before its pixels take up memory.
    await loaded(picture);
    // An SVG may have no size of its own.
    const width = picture.naturalWidth || 256;
    const height = picture.naturalHeight || 256;
    if (width * height > MOST_PIXELS) throw new PictureError('pictureTooLarge');
    await picture.decode().catch(() => {
      throw new PictureError('notAPicture');
    });
    return cellsOf(picture, width, height, cells);
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

function loaded(picture: HTMLImageElement): Promise<void> {
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve();
    picture.onerror = () => reject(new PictureError('notAPicture'));
  });
}

/** How much of red, green and blue each channel takes. */
const grey = [[0.2126, 0.7152, 0.0722]];
const colours = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The middle square of a picture or a video frame. */
export function cellsOf(
  source: CanvasImageSource,
  width: number,
  height: number,
  { side, colour }: Cells,
): NdArray {
  const pixels = side * PIXELS_A_CELL;
  const data = middleSquare(source, width, height, pixels);
  const channels = colour ? colours : grey;
  const sums = new Float32Array(channels.length * side * side);
  for (let pixel = 0; pixel < pixels * pixels; pixel++) {
    const row = Math.floor(pixel / pixels / PIXELS_A_CELL);
    const column = Math.floor((pixel % pixels) / PIXELS_A_CELL);
    channels.forEach(([red, green, blue], channel) => {
      const at = pixel * 4;
      sums[(channel * side + row) * side + column] +=
        red * data[at] + green * data[at + 1] + blue * data[at + 2];
    });
  }
  const full = 255 * PIXELS_A_CELL ** 2;
  return ndArray(
    colour ? [3, side, side] : [side, side],
    sums.map((sum) => Math.round((sum / full) * 100) / 100),
  );
}

/** Red, green, blue and opacity of every pixel of the middle square, drawn on white. */
function middleSquare(
  source: CanvasImageSource,
  width: number,
  height: number,
  pixels: number,
): Uint8ClampedArray {
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
  return context.getImageData(0, 0, pixels, pixels).data;
}
