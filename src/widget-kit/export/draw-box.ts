import { baselineOf } from './draw-text.ts';
import { numberOf, short, type Frame } from './frame.ts';
import { stripes } from './stripes.ts';
import { paintWith, svgColour } from './svg-colour.ts';

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

type Side = (typeof sides)[number];

type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const placed = (box: Box, { x, y }: Frame): Box => ({
  left: x(box.left),
  top: y(box.top),
  right: x(box.right),
  bottom: y(box.bottom),
});

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** A rectangle; its corners are as round as its size allows. */
function rectangle({ left, top, right, bottom }: Box, radius: number, paint: string): string {
  const [width, height] = [Math.max(right - left, 0), Math.max(bottom - top, 0)];
  const round = Math.max(Math.min(radius, width / 2, height / 2), 0);
  const corners = round > 0 ? ` rx="${short(round)}"` : '';
  return `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"${corners} ${paint}/>`;
}

/** The ground of an element, line by line where it is broken. */
export function drawGround(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  const boxes =
    style.display === 'inline'
      ? Array.from(element.getClientRects())
      : [element.getBoundingClientRect()];
  return boxes.flatMap((box) => ground(placed(box, frame), style, frame));
}

function ground(box: Box, style: CSSStyleDeclaration, frame: Frame): string[] {
  const radius = radiusOf(style, box);
  const lines: string[] = shadow(box, style.boxShadow);
  if (svgColour(style.backgroundColor).opacity > 0) {
    lines.push(rectangle(box, radius, paintWith('fill', style.backgroundColor)));
  }
  const pattern = stripes(style.backgroundImage, frame.newId);
  if (pattern) lines.push(pattern.definition, rectangle(box, radius, `fill="url(#${pattern.id})"`));
  return lines;
}

/** A sharp shadow straight above or below is a line. */
function shadow(box: Box, value: string): string[] {
  const [, colour, down] = /^(.*\)) 0px (-?[\d.]+)px 0px 0px$/.exec(value) ?? [];
  if (!colour) return [];
  const by = Number(down);
  const line =
    by < 0 ? { top: box.top + by, bottom: box.top } : { top: box.bottom, bottom: box.bottom + by };
  return [rectangle({ ...box, ...line }, 0, paintWith('fill', colour))];
}

/** In pixels, whatever part of the box it is given as. */
function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, box: Box): number {
  const part = radius.endsWith('%') ? (box.right - box.left) / 100 : 1;
  return numberOf(radius) * part;
}

export function drawBorders(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  return borders(placed(element.getBoundingClientRect(), frame), style);
}

function borders(box: Box, style: CSSStyleDeclaration): string[] {
  const width = (side: Side): number =>
    style[`border${side}Style`] === 'none' ? 0 : numberOf(style[`border${side}Width`]);
  const there = sides.filter(
    (side) => width(side) > 0 && svgColour(style[`border${side}Color`]).opacity > 0,
  );
  if (there.length === 0) return [];
  const stroke = (side: Side): string =>
    `fill="none" ${strokeOf(style[`border${side}Color`], width(side), style[`border${side}Style`])}`;
  const [first] = there;
  if (there.length === 4 && there.every((side) => stroke(side) === stroke(first))) {
    const half = width(first) / 2;
    return [rectangle(grown(box, -half), radiusOf(style, box) - half, stroke(first))];
  }
  const { left, top, right, bottom } = {
    left: box.left + width('Left') / 2,
    top: box.top + width('Top') / 2,
    right: box.right - width('Right') / 2,
    bottom: box.bottom - width('Bottom') / 2,
  };
  const corner = numberOf(style.borderBottomRightRadius);
  if (corner > 0 && there.join() === 'Right,Bottom') {
    const turn = `Q${short(right)} ${short(bottom)} ${short(right)} ${short(bottom - corner)}`;
    const path = `M${short(box.left)} ${short(bottom)}H${short(right - corner)}${turn}V${short(box.top)}`;
    return [`<path d="${path}" ${stroke('Bottom')}/>`];
  }
  const paths: Readonly<Record<Side, string>> = {
    Top: `M${short(box.left)} ${short(top)}H${short(box.right)}`,
    Right: `M${short(right)} ${short(box.top)}V${short(box.bottom)}`,
    Bottom: `M${short(box.left)} ${short(bottom)}H${short(box.right)}`,
    Left: `M${short(left)} ${short(box.top)}V${short(box.bottom)}`,
  };
  return there.map((side) => `<path d="${paths[side]}" ${stroke(side)}/>`);
}

function strokeOf(colour: string, width: number, style: string): string {
  const dashes: Readonly<Record<string, readonly number[]>> = {
    dashed: [2 * width + 1, 2 * width],
    dotted: [width, width],
  };
  const dash = Object.hasOwn(dashes, style) ? ` stroke-dasharray="${dashes[style].join(' ')}"` : '';
  return `${paintWith('stroke', colour)} stroke-width="${short(width)}"${dash}`;
}

/** What is drawn around an element; where the keys are is of no matter in a picture. */
export function drawOutline(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  const width = numberOf(style.outlineWidth);
  if (/none|auto/.test(style.outlineStyle) || width === 0) return [];
  if (element.matches(':focus')) return [];
  const box = grown(
    placed(element.getBoundingClientRect(), frame),
    numberOf(style.outlineOffset) + width / 2,
  );
  const stroke = strokeOf(style.outlineColor, width, style.outlineStyle);
  return [rectangle(box, 0, `fill="none" ${stroke}`)];
}

/**
 * What stands before a text and is none: the mark of an entry of a legend, which its style puts there as a
 * small box without words, or the dot of an entry of a list.
 */
export function drawMarks(element: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  const mark = getComputedStyle(element, '::before');
  const isBox = mark.content === '""' && mark.display === 'inline-block';
  const isDot = style.display === 'list-item' && style.listStyleType === 'disc';
  const [place] = element.getClientRects();
  const first = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!(isBox || isDot) || !place || !first) return [];
  const range = document.createRange();
  range.selectNodeContents(first);
  const [line] = range.getClientRects();
  if (!line) return [];
  const baseline = baselineOf(line, style, frame);
  if (isDot) {
    const size = numberOf(style.fontSize);
    const centre = `cx="${short(frame.x(place.left) - 0.72 * size)}" cy="${short(baseline - 0.34 * size)}"`;
    return [`<circle ${centre} r="${short(0.17 * size)}" ${paintWith('fill', style.color)}/>`];
  }
  // It stands on the line of the text, or as far above it as it is raised.
  const left = frame.x(place.left) + numberOf(style.paddingLeft);
  const bottom = baseline - numberOf(mark.verticalAlign);
  const box = {
    left,
    top: bottom - numberOf(mark.height),
    right: left + numberOf(mark.width),
    bottom,
  };
  return [...ground(box, mark, frame), ...borders(box, mark)];
}
