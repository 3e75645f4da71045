import { numberOf, short, type Frame } from './frame.ts';
import { svgColour } from './svg-colour.ts';

/** What styles say of a shape, with what holds where nothing is said. */
const ofShapes: Readonly<Record<string, string>> = {
  fill: '',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  'vector-effect': 'none',
  visibility: 'visible',
};

const ofText: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'letter-spacing': 'normal',
};

/** What is not handed down to what lies within. */
const ofAll: Readonly<Record<string, string>> = { opacity: '1', 'clip-path': 'none' };

const shapes = /^(rect|path|circle|line|polygon|polyline|ellipse|text|tspan)$/;

/** A drawing at its place, with the styles of the page written into its shapes. */
export function drawSvg(svg: SVGSVGElement, frame: Frame): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  const hidden: Element[] = [];
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    for (const { name } of Array.from(element.attributes)) {
      if (/^(class|style|role|tabindex|data-|aria-|on)/.test(name)) element.removeAttribute(name);
    }
    if (style.display === 'none' && !element.closest('defs')) hidden.push(element);
    else writeStyle(element, style);
    if (style.vectorEffect === 'non-scaling-stroke')
      keepStroke(element, originals[index], style, frame);
  });
  hidden.forEach((element) => element.remove());
  const box = svg.getBoundingClientRect();
  for (const { name } of Array.from(copy.attributes)) {
    if (!/^(viewBox|xmlns|preserveAspectRatio)$/.test(name)) copy.removeAttribute(name);
  }
  copy.setAttribute('x', short(frame.x(box.left)));
  copy.setAttribute('y', short(frame.y(box.top)));
  copy.setAttribute('width', short(box.width / frame.zoom));
  copy.setAttribute('height', short(box.height / frame.zoom));
  copy.setAttribute('overflow', getComputedStyle(svg).overflowX);
  return new XMLSerializer().serializeToString(copy);
}

function writeStyle(element: Element, style: CSSStyleDeclaration): void {
  const write = (initial: Readonly<Record<string, string>>): void => {
    for (const [property, usual] of Object.entries(initial)) {
      const value = style.getPropertyValue(property);
      if (value === '' || value === usual) element.removeAttribute(property);
      else element.setAttribute(property, value);
    }
  };
  write(ofAll);
  if (!shapes.test(element.tagName)) return;
  write(ofShapes);
  if (/^t/.test(element.tagName)) write(ofText);
  if (element.tagName === 'rect') {
    for (const side of ['width', 'height'] as const) {
      if (style[side].endsWith('px')) element.setAttribute(side, short(numberOf(style[side])));
    }
  }
  for (const name of ['fill', 'stroke'] as const) {
    const { colour, opacity } = svgColour(style.getPropertyValue(name));
    if (opacity === 1 && colour === style.getPropertyValue(name)) continue;
    element.setAttribute(name, colour);
    const whole = opacity * Number(style.getPropertyValue(`${name}-opacity`));
    if (whole < 1) element.setAttribute(`${name}-opacity`, String(whole));
  }
}

/**
 * Lines that are as wide on the page however large their drawing is: they get the width that the scale of
 * the drawing makes it, or, where that is not the same both ways, the width in pixels of the picture.
 */
function keepStroke(
  element: Element,
  original: Element,
  style: CSSStyleDeclaration,
  { zoom, scale }: Frame,
): void {
  const matrix = original instanceof SVGGraphicsElement && original.getScreenCTM();
  if (!matrix) return;
  const across = Math.hypot(matrix.a, matrix.b) / zoom;
  const down = Math.hypot(matrix.c, matrix.d) / zoom;
  const isEven = across > 0 && Math.abs(down / across - 1) < 0.01;
  if (isEven) element.removeAttribute('vector-effect');
  const times = isEven ? 1 / across : scale;
  element.setAttribute('stroke-width', String(numberOf(style.strokeWidth) * times));
  if (style.strokeDasharray === 'none') return;
  const dashes = style.strokeDasharray.split(',').map((part) => numberOf(part) * times);
  element.setAttribute('stroke-dasharray', dashes.join(' '));
}

/** A 3-D picture as it stands on the page. */
export function drawCanvas(canvas: HTMLCanvasElement, frame: Frame): string {
  const box = canvas.getBoundingClientRect();
  const place = `x="${short(frame.x(box.left))}" y="${short(frame.y(box.top))}"`;
  const size = `width="${short(box.width / frame.zoom)}" height="${short(box.height / frame.zoom)}"`;
  return `<image ${place} ${size} href="${canvas.toDataURL('image/png')}"/>`;
}
