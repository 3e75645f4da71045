/** Turns positions on the screen into positions in the picture. */
export type Frame = {
  readonly x: (left: number) => number;
  readonly y: (top: number) => number;
  /** Screen pixels for one pixel of the picture. */
  readonly zoom: number;
};

const skipped = 'input, select, textarea, button, .visually-hidden, [data-no-export]';

/** What an element shows, as lines of SVG: its borders, its drawings and its text. */
export function drawElement(element: Element, frame: Frame): string[] {
  if (element.matches(skipped)) return [];
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  if (element instanceof SVGSVGElement) return [drawSvg(element, frame)];
  if (element instanceof HTMLCanvasElement) return [drawCanvas(element, frame)];
  const children = Array.from(element.childNodes).flatMap((node) => {
    if (node instanceof Element) return drawElement(node, frame);
    return node instanceof Text ? drawText(node, style, frame) : [];
  });
  return [...drawBorders(element, style, frame), ...children];
}

const numberOf = (text: string): number => Number.parseFloat(text) || 0;
const short = (value: number): string => String(Math.round(value * 100) / 100);

function drawBorders(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  const box = element.getBoundingClientRect();
  const [left, top] = [frame.x(box.left), frame.y(box.top)];
  const [right, bottom] = [frame.x(box.right), frame.y(box.bottom)];
  const width = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): number =>
    style[`border${side}Style`] === 'none' ? 0 : numberOf(style[`border${side}Width`]);
  const line = (path: string, side: 'Top' | 'Right' | 'Bottom' | 'Left'): string =>
    `<path d="${path}" fill="none" stroke="${plainColour(style[`border${side}Color`])}" stroke-width="${width(side)}"/>`;
  const radius = numberOf(style.borderBottomRightRadius);
  if (radius > 0 && width('Right') > 0 && width('Bottom') > 0) {
    const corner = `Q${short(right)} ${short(bottom)} ${short(right)} ${short(bottom - radius)}`;
    const path = `M${short(left)} ${short(bottom)}H${short(right - radius)}${corner}V${short(top)}`;
    return [line(path, 'Bottom')];
  }
  return [
    width('Top') > 0 ? line(`M${short(left)} ${short(top)}H${short(right)}`, 'Top') : '',
    width('Bottom') > 0 ? line(`M${short(left)} ${short(bottom)}H${short(right)}`, 'Bottom') : '',
    width('Left') > 0 ? line(`M${short(left)} ${short(top)}V${short(bottom)}`, 'Left') : '',
    width('Right') > 0 ? line(`M${short(right)} ${short(top)}V${short(bottom)}`, 'Right') : '',
  ].filter(Boolean);
}

const presentation = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
];

const initial: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-style': 'normal',
  'font-weight': '400',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  visibility: 'visible',
};

/** A drawing at its place, with the styles of the page written into its shapes. */
function drawSvg(svg: SVGSVGElement, frame: Frame): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const isShape = /^(rect|path|circle|line|polygon|polyline|ellipse|text|tspan)$/.test(
      element.tagName,
    );
    const style = getComputedStyle(originals[index]);
    for (const { name } of Array.from(element.attributes)) {
      if (/^(class|style|role|tabindex|data-|aria-|on)/.test(name)) element.removeAttribute(name);
    }
    if (!isShape) return;
    const isText = /^t/.test(element.tagName);
    for (const property of presentation) {
      const value = style.getPropertyValue(property);
      if (!isText && /^(font|text|dominant)/.test(property)) continue;
      if (value !== '' && value !== initial[property]) {
        element.setAttribute(property, plainColour(value));
      }
    }
  });
  const box = svg.getBoundingClientRect();
  for (const { name } of Array.from(copy.attributes)) {
    if (name !== 'viewBox' && name !== 'xmlns') copy.removeAttribute(name);
  }
  copy.setAttribute('x', short(frame.x(box.left)));
  copy.setAttribute('y', short(frame.y(box.top)));
  copy.setAttribute('width', short(box.width / frame.zoom));
  copy.setAttribute('height', short(box.height / frame.zoom));
  copy.setAttribute('overflow', 'visible');
  return new XMLSerializer().serializeToString(copy);
}

/** A 3-D picture as it stands on the page. */
function drawCanvas(canvas: HTMLCanvasElement, frame: Frame): string {
  const box = canvas.getBoundingClientRect();
  const place = `x="${short(frame.x(box.left))}" y="${short(frame.y(box.top))}"`;
  const size = `width="${short(box.width / frame.zoom)}" height="${short(box.height / frame.zoom)}"`;
  return `<image ${place} ${size} href="${canvas.toDataURL('image/png')}"/>`;
}

/** `color(srgb …)`, as mixed colours are reported, in the form that every program reads. */
function plainColour(value: string): string {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)/.exec(value);
  if (!mixed) return value;
  return `rgb(${mixed
    .slice(1)
    .map((part) => Math.round(Number(part) * 255))
    .join(', ')})`;
}

/** A text, line by line, as it is broken on the page. */
function drawText(node: Text, style: CSSStyleDeclaration, frame: Frame): string[] {
  const size = numberOf(style.fontSize);
  return linesOf(node).map(({ text, left, top, height }) => {
    const baseline = frame.y(top) + height / frame.zoom / 2 + size * 0.35;
    const font = `font-family="${escape(style.fontFamily)}" font-size="${short(size)}" font-weight="${style.fontWeight}" font-style="${style.fontStyle}"`;
    return `<text x="${short(frame.x(left))}" y="${short(baseline)}" fill="${plainColour(style.color)}" ${font}>${escape(text)}</text>`;
  });
}

type Line = { text: string; left: number; top: number; height: number };

function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (let index = 0; index < node.data.length; index++) {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < 2) line.text += node.data[index];
    else lines.push({ text: node.data[index], left: box.left, top: box.top, height: box.height });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
