import fc from 'fast-check';
import type { AnyParam, AxisBounds, ParamsOf, Schema, TensorParam } from '#kit/params.ts';
import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';

/** Params of a widget, drawn from the bounds that its schema names; some may still be refused together. */
export function arbitraryParams(schema: Schema): fc.Arbitrary<ParamsOf<Schema>> {
  const values = Object.entries(schema).map(([name, param]) => [name, arbitraryValue(param)]);
  const model = Object.fromEntries(values) as Record<string, fc.Arbitrary<Value>>;
  return fc.record(model, { noNullPrototype: true });
}

/** The same `count` params on every run, for a walk or a comparison that is slow to shrink. */
export function sampleParams(schema: Schema, count: number, seed: number): ParamsOf<Schema>[] {
  return fc.sample(arbitraryParams(schema), { numRuns: count, seed });
}

/** Whether a value lies within the bounds that a param names. */
export function isAllowed(param: AnyParam, value: unknown): boolean {
  switch (param.kind) {
    case 'integer':
      return Number.isInteger(value) && isBetween(value, param.min, param.max);
    case 'number':
      return isBetween(value, Math.fround(param.min), Math.fround(param.max));
    case 'choice':
      return param.options.some((option) => option === value);
    case 'toggle':
      return typeof value === 'boolean';
    case 'tensor': {
      const { shape, data } = value as NdArray;
      return (
        shape.length === param.axes.length &&
        shape.every(
          (size, axis) => Number.isInteger(size) && isBetween(size, ...param.axes[axis]),
        ) &&
        data.length === sizeOf(shape) &&
        data.every((element) => isBetween(element, param.min, param.max))
      );
    }
  }
}

function isBetween(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

type Value = number | string | boolean | NdArray;

function arbitraryValue(param: AnyParam): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'integer':
      return fc.integer({ min: param.min, max: param.max });
    case 'number':
      return arbitraryNumber(Math.fround(param.min), Math.fround(param.max)).map((n) => n + 0);
    case 'choice':
      return fc.constantFrom(...param.options);
    case 'toggle':
      return fc.boolean();
    case 'tensor':
      return arbitraryTensor(param);
  }
}

/** Numbers that float32 holds: quarters, as readers type them, and whatever else lies in between. */
function arbitraryNumber(min: number, max: number): fc.Arbitrary<number> {
  const any = fc
    .float({ min: Math.fround(min), max: Math.fround(max), noNaN: true })
    .filter((value) => value >= min && value <= max);
  const [first, last] = [Math.ceil(min * 4), Math.floor(max * 4)];
  if (first > last) return any;
  const quarters = fc.integer({ min: first, max: last }).map((count) => Math.fround(count / 4));
  return fc.oneof(quarters, any);
}

/** Mostly small; now and then one axis is as long as it may be. */
function arbitraryTensor({ axes, min, max }: TensorParam): fc.Arbitrary<NdArray> {
  const short = axes.map(([least, most]) => [least, Math.min(most, least + 4)] as const);
  const withOneLong = axes.map((whole, long) =>
    arbitraryShape(short.map((bounds, axis) => (axis === long ? whole : bounds))),
  );
  const shape = fc.oneof({ weight: 4, arbitrary: arbitraryShape(short) }, ...withOneLong);
  return shape.chain((sizes) => {
    const length = sizeOf(sizes);
    return fc
      .array(arbitraryNumber(min, max), { minLength: length, maxLength: length })
      .map((values) => ndArray(sizes, values));
  });
}

function arbitraryShape(bounds: readonly AxisBounds[]): fc.Arbitrary<number[]> {
  return fc.tuple(...bounds.map(([min, max]) => fc.integer({ min, max })));
}
