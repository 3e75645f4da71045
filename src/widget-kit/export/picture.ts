import type { DrawnCaption } from './caption.ts';
import { drawElement } from './draw-element.ts';
import { fontsIn } from './fonts.ts';
import { frameAt } from './frame.ts';
import { sharpen } from './sharpness.ts';

/** Space around the figure in its picture, and over its caption, in CSS pixels. */
const MARGIN = 16;

/** What the page says of all letters, and an attribute cannot say. */
const TYPOGRAPHY =
  'font-synthesis:none;font-variant-numeric:tabular-nums;text-autospace:normal;white-space:pre';

/** A picture as SVG text; its size is in CSS pixels. */
export type Picture = { readonly text: string; readonly width: number; readonly height: number };

export type Look = {
  /** Pixels for every CSS pixel, where the picture becomes an image; 1 if not given. */
  readonly scale?: number;
  /** Height that the figure gets; its own if not given. */
  readonly height?: number;
  readonly caption?: DrawnCaption;
};

/**
 * A figure as one self-contained SVG: its own drawings with their styles written into them, and the
 * words around them as SVG text.
 */
export function stageToSvg(stage: HTMLElement, caption?: DrawnCaption): Promise<Blob> {
  return withSharpness(stage, 2, async () => {
    const { text } = await pictureOf(stage, { caption });
    return new Blob([text], { type: 'image/svg+xml' });
  });
}

/**
 * A figure as a PNG.
 * @param scale pixels for every CSS pixel
 * @throws Error if the browser cannot draw it
 */
export function stageToPng(
  stage: HTMLElement,
  scale: number,
  caption?: DrawnCaption,
): Promise<Blob> {
  return withSharpness(stage, scale, async () => {
    const picture = await pictureOf(stage, { caption, scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    await paint(picture, canvas);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
    });
  });
}

/** Paints a picture over the whole of a canvas. */
export async function paint(picture: Picture, canvas: HTMLCanvasElement): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`;
  await image.decode();
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2-D canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

async function withSharpness<T>(
  stage: HTMLElement,
  scale: number,
  make: () => Promise<T>,
): Promise<T> {
  const restore = await sharpen(stage, scale);
  try {
    return await make();
  } finally {
    restore();
  }
}

/** Draws a figure as it stands on the page. */
export async function pictureOf(stage: HTMLElement, look: Look = {}): Promise<Picture> {
  const { drawing, own } = withoutBars(stage, () => ({
    drawing: drawElement(stage, frameAt(stage, MARGIN, 'f', look.scale ?? 1)),
    own: stage.offsetHeight,
  }));
  const { caption } = look;
  const below = MARGIN + (look.height ?? own) + MARGIN;
  if (caption) {
    drawing.push(`<g transform="translate(${MARGIN} ${below})">`, ...caption.drawing, '</g>');
  }
  const width = Math.ceil(stage.offsetWidth + 2 * MARGIN);
  const height = Math.ceil(below + (caption ? caption.height + MARGIN : 0));
  const paper = getComputedStyle(document.body).backgroundColor;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="${TYPOGRAPHY}">`,
    await fontsIn(drawing),
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...drawing,
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

/** How high a figure is in its picture, in CSS pixels. */
export const heightInPicture = (stage: HTMLElement): number =>
  withoutBars(stage, () => stage.offsetHeight);

/** Draws without what a picture leaves out, and without the room for it; the page never shows this. */
function withoutBars<T>(stage: HTMLElement, draw: () => T): T {
  const bars = [...stage.querySelectorAll<HTMLElement>('[data-no-export]')];
  const { scrollX, scrollY } = window;
  bars.forEach(({ style }) => style.setProperty('display', 'none', 'important'));
  try {
    return draw();
  } finally {
    bars.forEach(({ style }) => style.removeProperty('display'));
    // Of a lower page, the end may have been in view.
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
}

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
