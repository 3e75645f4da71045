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
  if (element.matches(skipped)) return [];
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  return faded(
    [
      ...drawGround(element, style, frame),
      ...contentsOf(element, style, frame),
      ...drawOutline(element, style, frame),
    ],
    style,
  );
}

function contentsOf(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  if (element instanceof SVGSVGElement) return [drawSvg(element, frame)];
  if (element instanceof HTMLCanvasElement) return [drawCanvas(element, frame)];
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    return [...drawBorders(element, style, frame), ...drawField(element, style, frame)];
  }
  const children = inPaintOrder(element, style).flatMap((node) => {
    if (node instanceof Element) return drawElement(node, frame);
    return node instanceof Text ? drawText(node, style, frame) : [];
  });
  return [
    ...drawBorders(element, style, frame),
    ...clipped([...drawMarks(element, style, frame), ...children], element, style, frame),
  ];
}

/** Children in the order of the document, but for those that a z-index puts over others. */
function inPaintOrder(element: Element, { display }: CSSStyleDeclaration): ChildNode[] {
  const isLayout = /grid|flex/.test(display);
  const levelOf = (node: ChildNode): number => {
    if (!(node instanceof Element)) return 0;
    const { zIndex, position } = getComputedStyle(node);
    return isLayout || position !== 'static' ? Number.parseInt(zIndex) || 0 : 0;
  };
  return Array.from(element.childNodes, (node) => ({ node, level: levelOf(node) }))
    .sort((a, b) => a.level - b.level)
    .map(({ node }) => node);
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
