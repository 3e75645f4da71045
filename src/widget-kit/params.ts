import { ndArray, sameArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { formatTensor, parseTensor, shortDecimal } from './tensor-text.ts';

/**
 * One thing that a reader can set. A schema of these gives a widget its type, its links, the bounds
 * of its controls and the attributes of its embed.
 */
export type Param<T> = {
  readonly default: T;
  /** The value as a link carries it. */
  format(value: T): string;
  /** Reads a link's text or a plain value from a message; undefined if it cannot be taken. */
  read(value: unknown): T | undefined;
  same(a: T, b: T): boolean;
};

export type IntegerParam = Param<number> & {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
};

export type NumberParam = Param<number> & {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** What one press of an arrow key adds. */
  readonly step: number;
};

export type ChoiceParam<T extends string> = Param<T> & {
  readonly kind: 'choice';
  readonly options: readonly T[];
};

export type ToggleParam = Param<boolean> & { readonly kind: 'toggle' };

/** Smallest and largest size of an axis. */
export type AxisBounds = readonly [min: number, max: number];

export type TensorParam = Param<NdArray> & {
  readonly kind: 'tensor';
  readonly axes: readonly AxisBounds[];
  readonly min: number;
  readonly max: number;
};

export type AnyParam = IntegerParam | NumberParam | ChoiceParam<string> | ToggleParam | TensorParam;

export type Schema = Readonly<Record<string, AnyParam>>;

export type ParamsOf<S extends Schema> = {
  readonly [K in keyof S]: S[K] extends Param<infer T> ? T : never;
};

const MOST_AXES = 8;

const decimal = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && decimal.test(value) ? Number(value) : NaN;
}

export function integer(bounds: { min: number; max: number; default: number }): IntegerParam {
  return {
    kind: 'integer',
    ...bounds,
    format: String,
    read(value) {
      const number = toNumber(value);
      const fits = Number.isInteger(number) && number >= bounds.min && number <= bounds.max;
      return fits ? number + 0 : undefined;
    },
    same: Object.is,
  };
}

export function number(bounds: {
  min: number;
  max: number;
  step: number;
  default: number;
}): NumberParam {
  return {
    kind: 'number',
    ...bounds,
    default: Math.fround(bounds.default),
    format: shortDecimal,
    read(value) {
      const number = Math.fround(toNumber(value)) + 0;
      return number >= Math.fround(bounds.min) && number <= Math.fround(bounds.max)
        ? number
        : undefined;
    },
    same: Object.is,
  };
}

export function choice<const T extends string>(
  options: readonly T[],
  initial: NoInfer<T>,
): ChoiceParam<T> {
  return {
    kind: 'choice',
    options,
    default: initial,
    format: String,
    read: (value) => options.find((option) => option === value),
    same: Object.is,
  };
}

export function toggle(initial: boolean): ToggleParam {
  return {
    kind: 'toggle',
    default: initial,
    format: (value) => (value ? '1' : '0'),
    read(value) {
      if (typeof value === 'boolean') return value;
      return value === '1' ? true : value === '0' ? false : undefined;
    },
    same: Object.is,
  };
}

export function tensor(bounds: {
  axes: readonly AxisBounds[];
  default: NdArray;
  min?: number;
  max?: number;
}): TensorParam {
  const { axes, min = -1e6, max = 1e6 } = bounds;
  const fits = (shape: readonly number[]): boolean =>
    shape.length === axes.length &&
    shape.every((size, axis) => size >= axes[axis][0] && size <= axes[axis][1]);
  return {
    kind: 'tensor',
    axes,
    min,
    max,
    default: bounds.default,
    format: formatTensor,
    read(value) {
      const array = typeof value === 'string' ? parseTensor(value, fits) : fromPlain(value, fits);
      return array?.data.every((element) => element >= min && element <= max) ? array : undefined;
    },
    same: sameArray,
  };
}

/** Takes `{ shape, data }`, as results are given out, or nested rows of numbers. */
function fromPlain(
  value: unknown,
  fits: (shape: readonly number[]) => boolean,
): NdArray | undefined {
  if (Array.isArray(value)) {
    const shape = shapeOf(value);
    if (!fits(shape) || !isFilled(value, shape)) return undefined;
    return fromPlain({ shape, data: value.flat(shape.length - 1) as unknown[] }, fits);
  }
  const { shape, data } = (value ?? {}) as { shape?: unknown; data?: unknown };
  if (!isNumbers(shape, MOST_AXES) || !shape.every(Number.isInteger) || !fits(shape)) {
    return undefined;
  }
  const size = sizeOf(shape);
  if (!isNumbers(data, size) || data.length !== size) return undefined;
  const array = ndArray([...shape], data);
  return array.data.every(Number.isFinite) ? array : undefined;
}

/** Lengths of nested rows, as the first row of each level tells them. */
function shapeOf(rows: readonly unknown[]): number[] {
  const shape: number[] = [];
  let level: unknown = rows;
  while (Array.isArray(level) && shape.length <= MOST_AXES) {
    shape.push(level.length);
    level = (level as unknown[])[0];
  }
  return shape;
}

/** Whether nested rows have these lengths throughout. */
function isFilled(rows: unknown, [size, ...rest]: readonly number[]): boolean {
  if (!Array.isArray(rows) || rows.length !== size) return false;
  return rest.length === 0 || rows.every((row) => isFilled(row, rest));
}

/** The length is looked at first: a list with holes may be long and cost its sender nothing. */
function isNumbers(value: unknown, most: number): value is number[] {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return false;
  return value.length <= most && Array.from(value).every((element) => typeof element === 'number');
}
