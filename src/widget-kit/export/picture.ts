import { drawElement } from './draw-element.ts';

/** Space around the figure in its picture, in CSS pixels. */
const MARGIN = 16;

/**
 * A figure as one self-contained SVG: its own drawings with their styles written into them, and the
 * words around them as SVG text.
 */
export function stageToSvg(stage: HTMLElement): Blob {
  return new Blob([svgText(stage).text], { type: 'image/svg+xml' });
}

/**
 * A figure as a PNG.
 * @param scale pixels for every CSS pixel
 * @throws Error if the browser cannot draw it
 */
export async function stageToPng(stage: HTMLElement, scale: number): Promise<Blob> {
  const { text, width, height } = svgText(stage);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2-D canvas');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}

function svgText(stage: HTMLElement): { text: string; width: number; height: number } {
  const box = stage.getBoundingClientRect();
  // Inside scaled slides the box is scaled as well; the picture is not.
  const zoom = box.width / stage.offsetWidth || 1;
  const drawing = drawElement(stage, {
    x: (left) => (left - box.left) / zoom + MARGIN,
    y: (top) => (top - box.top) / zoom + MARGIN,
    zoom,
  });
  const width = Math.ceil(stage.offsetWidth + 2 * MARGIN);
  const height = Math.ceil(stage.offsetHeight + 2 * MARGIN);
  const paper = getComputedStyle(document.body).backgroundColor;
  return {
    width,
    height,
    text: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
      ...drawing,
      '</svg>',
    ].join('\n'),
  };
}
