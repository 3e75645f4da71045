import { drawBorders, drawGround, drawMarks, drawOutline } from './draw-box.ts';
import { drawCanvas, drawSvg } from './draw-svg.ts';
import { drawField, drawText } from './draw-text.ts';
import { short, type Frame } from './frame.ts';

/** Controls whose look says nothing, and what is not to be seen. */
const skipped = [
  'textarea',
  'input:not([type="text"], [type="number"])',
  '.stepper button',
  '.visually-hidden',
  '[data-no-export]',
].join();

/**
 * What an element shows, as lines of SVG: its ground and its borders, its drawings and its text, in the
 * order in which the page paints them.
 */
export function drawElement(element: Element, frame: Frame): string[] {
  const lifted: Lifted[] = [];
  const lines = draw(element, frame, lifted);
  return [...lines, ...lifted.sort((a, b) => a.level - b.level).flatMap((above) => above.lines)];
}

/** What a z-index puts over all the rest. */
type Lifted = { readonly level: number; readonly lines: readonly string[] };

function draw(element: Element, frame: Frame, lifted: Lifted[]): string[] {
  if (element.matches(skipped)) return [];
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden') return [];
  // What has no box of its own may have children that do.
  if (style.display !== 'contents' && !element.checkVisibility()) return [];
  const lines = faded(
    [
      ...drawGround(element, style, frame),
      ...contentsOf(element, style, frame, lifted),
      ...drawOutline(element, style, frame),
    ],
    style,
  );
  const level = levelOf(element, style);
  if (level <= 0) return lines;
  lifted.push({ level, lines });
  return [];
}

function levelOf(element: Element, { zIndex, position }: CSSStyleDeclaration): number {
  if (zIndex === 'auto') return 0;
  return position !== 'static' || /grid|flex/.test(displayAround(element)) ? Number(zIndex) : 0;
}

function displayAround({ parentElement }: Element): string {
  if (!parentElement) return '';
  const { display } = getComputedStyle(parentElement);
  return display === 'contents' ? displayAround(parentElement) : display;
}

function contentsOf(
  element: Element,
  style: CSSStyleDeclaration,
  frame: Frame,
  lifted: Lifted[],
): string[] {
  if (element instanceof SVGSVGElement) return [drawSvg(element, frame)];
  if (element instanceof HTMLCanvasElement) return [drawCanvas(element, frame)];
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    return [...drawBorders(element, style, frame), ...drawField(element, style, frame)];
  }
  const children = Array.from(element.childNodes).flatMap((node) => {
    if (node instanceof Element) return draw(node, frame, lifted);
    return node instanceof Text ? drawText(node, style, frame) : [];
  });
  return [
    ...drawBorders(element, style, frame),
    ...clipped([...drawMarks(element, style, frame), ...children], element, style, frame),
  ];
}

function faded(lines: string[], { opacity }: CSSStyleDeclaration): string[] {
  return opacity === '1' || lines.length === 0
    ? lines
    : [`<g opacity="${opacity}">`, ...lines, '</g>'];
}

/** What lies outside of an element that scrolls or cuts off is not to be seen. */
function clipped(
  lines: string[],
  element: Element,
  { overflowX, overflowY, display }: CSSStyleDeclaration,
  frame: Frame,
): string[] {
  if (overflowX === 'visible' && overflowY === 'visible') return lines;
  if (display === 'inline' || lines.length === 0) return lines;
  const box = element.getBoundingClientRect();
  const id = frame.newId();
  const size = `width="${short(box.width / frame.zoom)}" height="${short(box.height / frame.zoom)}"`;
  return [
    `<clipPath id="${id}"><rect x="${short(frame.x(box.left))}" y="${short(frame.y(box.top))}" ${size}/></clipPath>`,
    `<g clip-path="url(#${id})">`,
    ...lines,
    '</g>',
  ];
}
