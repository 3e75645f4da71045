/** A colour in the form that every program reads, and how much of it covers what lies below. */
export type SvgColour = { readonly colour: string; readonly opacity: number };

/**
 * A colour as browsers report it: `rgb(…)`, `rgba(…)`, or `color(srgb …)` where it has been mixed. What is
 * no colour, such as `none` or a pattern, is left as it is.
 */
export function svgColour(value: string): SvgColour {
  const [, notation, parts] = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(value) ?? [];
  if (!notation) return { colour: value, opacity: value === 'transparent' ? 0 : 1 };
  const [red, green, blue, alpha = 1] = (parts.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const whole = [red, green, blue].map((part) =>
    Math.round(notation === 'color' ? part * 255 : part),
  );
  return { colour: `rgb(${whole.join(', ')})`, opacity: alpha };
}

/** The attributes that paint with a colour: `fill` and `fill-opacity`, for example. */
export function paintWith(name: 'fill' | 'stroke', value: string): string {
  const { colour, opacity } = svgColour(value);
  return `${name}="${colour}"${opacity === 1 ? '' : ` ${name}-opacity="${opacity}"`}`;
}
