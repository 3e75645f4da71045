import type { CellState, ColourScale } from '#charts/cell-colour.ts';

/** Hues that tell filters apart: --hue-1 and on in styles/tokens.css. */
export const HUES = 8;

/** Stops of the ramp of unsigned values: --unsigned-1 and on. */
const STOPS = 5;

export type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of a theme that a scene is drawn with. */
export type Palette = {
  readonly zero: Rgb;
  readonly positive: Rgb;
  readonly negative: Rgb;
  readonly greyDark: Rgb;
  readonly greyLight: Rgb;
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly hues: readonly Rgb[];
  /** Of unsigned values, evenly from the least to the most. */
  readonly unsigned: readonly Rgb[];
  /** Of the three states of the course. */
  readonly states: Readonly<Record<CellState, Rgb>>;
};

/** Reads the theme's colours where an element stands. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const of = (name: string): Rgb => {
    probe.style.color = `var(--${name})`;
    const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const palette = {
    zero: of('zero'),
    positive: of('positive'),
    negative: of('negative'),
    greyDark: of('grey-dark'),
    greyLight: of('grey-light'),
    paper: of('paper'),
    ink: of('ink'),
    hues: Array.from({ length: HUES }, (_, hue) => of(`hue-${hue + 1}`)),
    unsigned: Array.from({ length: STOPS }, (_, stop) => of(`unsigned-${stop + 1}`)),
    states: { before: of('before'), range: of('range'), after: of('after') },
  };
  probe.remove();
  return palette;
}

/** Colour of a value, as the cells of a tensor grid have it (styles/cells.css). */
export function cellRgb(scale: ColourScale, palette: Palette, value: number): Rgb {
  const { className, amount } = scale(value);
  switch (className) {
    case 'grey':
      return mix(palette.greyDark, palette.greyLight, amount);
    case 'negative':
      return mix(palette.zero, palette.negative, amount);
    case 'positive':
      return mix(palette.zero, palette.positive, amount);
    default:
      return mix(palette.zero, setRgb(className, palette), amount);
  }
}

/** The hue of a class of hueScale or of stateScale. */
function setRgb(className: string, { hues, states }: Palette): Rgb {
  const [, state] = className.split('state-');
  return state ? states[state as CellState] : hues[Number(className.split('hue-')[1]) - 1];
}

function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  const part = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * amount;
  return [part(0), part(1), part(2)];
}
