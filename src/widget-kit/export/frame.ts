/** Turns positions on the screen into positions in the picture. */
export type Frame = {
  readonly x: (left: number) => number;
  readonly y: (top: number) => number;
  /** Screen pixels for one pixel of the picture. */
  readonly zoom: number;
  /** Pixels for every pixel of the picture, where it becomes an image. */
  readonly scale: number;
  /** Names what parts of the picture refer to. */
  readonly newId: () => string;
};

/**
 * The frame in which an element's upper left corner lies at a place of the picture.
 * @param prefix begins the ids of this drawing, which are its own in the picture
 */
export function frameAt(element: HTMLElement, place: number, prefix: string, scale: number): Frame {
  const box = element.getBoundingClientRect();
  // Inside scaled slides the box is scaled as well; the picture is not.
  const zoom = box.width / element.offsetWidth || 1;
  let ids = 0;
  return {
    x: (left) => (left - box.left) / zoom + place,
    y: (top) => (top - box.top) / zoom + place,
    zoom,
    scale,
    newId: () => `${prefix}${ids++}`,
  };
}

export const numberOf = (text: string): number => Number.parseFloat(text) || 0;

export const short = (value: number): string => String(Math.round(value * 100) / 100);

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
