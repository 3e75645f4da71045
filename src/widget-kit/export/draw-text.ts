import { escape, numberOf, short, type Frame } from './frame.ts';
import { paintWith } from './svg-colour.ts';

let measuring: CanvasRenderingContext2D | null | undefined;

/** Where the letters of a line stand, in the picture. */
export function baselineOf(
  line: { readonly top: number; readonly height: number },
  style: CSSStyleDeclaration,
  frame: Frame,
): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  if (measuring) measuring.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: above = 0.8, fontBoundingBoxDescent: below = 0.2 } =
    measuring?.measureText('') ?? {};
  return frame.y(line.top) + ((line.height / frame.zoom) * above) / (above + below);
}

/** A text, line by line, as it is broken on the page. */
export function drawText(node: Text, style: CSSStyleDeclaration, frame: Frame): string[] {
  return linesOf(node).map((line) => {
    const place = `x="${short(frame.x(line.left))}" y="${short(baselineOf(line, style, frame))}"`;
    // The same words are not as wide in every program, nor at every size.
    const length = short((line.right - line.left) / frame.zoom);
    const fit = line.text.length > 1 ? ` textLength="${length}"` : '';
    return `<text ${place}${fit} ${lettersOf(style)}>${escape(line.text)}</text>`;
  });
}

/** What stands in a field or is chosen in a list. */
export function drawField(
  field: HTMLInputElement | HTMLSelectElement,
  style: CSSStyleDeclaration,
  frame: Frame,
): string[] {
  const text =
    field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
  const box = field.getBoundingClientRect();
  const height = numberOf(style.fontSize) * 1.2 * frame.zoom;
  const line = { top: (box.top + box.bottom - height) / 2, height };
  const centred = style.textAlign === 'center';
  const x = centred
    ? (frame.x(box.left) + frame.x(box.right)) / 2
    : frame.x(box.left) + numberOf(style.paddingLeft);
  const anchor = centred ? ' text-anchor="middle"' : '';
  const place = `x="${short(x)}" y="${short(baselineOf(line, style, frame))}"${anchor}`;
  return [`<text ${place} ${lettersOf(style)}>${escape(text)}</text>`];
}

function lettersOf(style: CSSStyleDeclaration): string {
  const { color, fontFamily, fontSize, fontWeight, fontStyle } = style;
  return `${paintWith('fill', color)} font-family="${escape(fontFamily)}" font-size="${short(numberOf(fontSize))}" font-weight="${fontWeight}" font-style="${fontStyle}"`;
}

type Line = { text: string; left: number; right: number; top: number; height: number };

function linesOf(node: Text): Line[] {
  if (node.data.trim() === '') return [];
  const range = document.createRange();
  const lines: Line[] = [];
  let index = 0;
  for (const letter of node.data) {
    range.setStart(node, index);
    index += letter.length;
    range.setEnd(node, index);
    const box = range.getBoundingClientRect();
    // What the page leaves out between words has no width.
    if (box.width === 0) continue;
    const isSpace = letter.trim() === '';
    const line = lines.at(-1);
    if (!line || Math.abs(line.top - box.top) >= 2) {
      // SVG leaves out spaces at the beginning of a text.
      if (isSpace) continue;
      lines.push({ ...ends(box), text: letter });
    } else {
      line.text += isSpace ? ' ' : letter;
      if (!isSpace) line.right = box.right;
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

const ends = ({ left, right, top, height }: DOMRect) => ({ left, right, top, height });
