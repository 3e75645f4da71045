/** How a value becomes the colour of its cell. The hues themselves are in styles/cells.css. */
export type CellColour = {
  /** Class of the cell: its ramp. */
  readonly className: string;
  /** Position along the ramp, 0 to 1. */
  readonly amount: number;
};

export type ColourScale = (value: number) => CellColour;

const clamp = (amount: number): number => Math.min(1, Math.max(0, amount || 0));

/** Images: dark at `min`, light at `max`. */
export function greyScale(min: number, max: number): ColourScale {
  return (value) => {
    return { className: 'grey', amount: clamp((value - min) / (max - min || 1)) };
  };
}

/** Unsigned values: dark blue at `min`, yellow at `max`; what is beyond it, or no number, is left out. */
export function unsignedScale(min: number, max: number): ColourScale {
  return (value) =>
    value <= max
      ? { className: 'unsigned', amount: clamp((value - min) / (max - min || 1)) }
      : { className: 'beyond', amount: 0 };
}

/**
 * Sets told apart by hue: every set has one of the theme's hues, from 0, pale at `min`, strong at `max`.
 */
export function hueScale(hue: number, min: number, max: number): ColourScale {
  return (value) => {
    const amount = 0.3 + 0.55 * clamp((value - min) / (max - min || 1));
    return { className: `set hue-${hue + 1}`, amount };
  };
}

/** What a cell is at present: not normalized yet, one of those that a statistic is taken over, or normalized. */
export type CellState = 'before' | 'range' | 'after';

/**
 * The hue of a state, pale at `min` and stronger at `max`.
 * @param bare whether cells hold no numbers; else it is never too strong for a number in ink
 */
export function stateScale(
  state: CellState,
  [min, max]: readonly [number, number],
  bare = false,
): ColourScale {
  const [least, most] = bare ? [0.35, 0.85] : [0.22, 0.55];
  return (value) => {
    const amount = least + (most - least) * clamp((value - min) / (max - min || 1));
    return { className: `set state-${state}`, amount };
  };
}

/** Signed values: purple below zero, orange above it, `limit` and beyond at full strength. */
export function signedScale(limit: number): ColourScale {
  return (value) => {
    const amount = clamp(Math.abs(value) / (limit || 1));
    return { className: value < 0 ? 'negative' : 'positive', amount };
  };
}
