import * as tf from '@tensorflow/tfjs-core';

/**
 * Numbers of about fourteen digits. Each is the sum of two float32 numbers: the nearest one, and what
 * that one has no room for. WebGL has no longer floats of its own.
 */
export type TwoFloat = { readonly high: tf.Tensor; readonly low: tf.Tensor };

/** 2¹² + 1: splits the 24 digits of a float32 into two times twelve. */
const SPLITTER = 4097;

/** Numbers of 64 bits, as near as two float32 come to each. */
export function twoFloat(values: readonly number[], shape: readonly number[]): TwoFloat {
  const high = Float32Array.from(values);
  const low = Float32Array.from(values, (value, index) => value - high[index]);
  return { high: tf.tensor(high, [...shape]), low: tf.tensor(low, [...shape]) };
}

/**
 * a + b, element by element with broadcasting.
 * @see Dekker, T. J. (1971), “A floating-point technique for extending the available precision”
 */
export function addTwoFloats(a: TwoFloat, b: TwoFloat): TwoFloat {
  return tf.tidy(() => {
    const highs = exactSum(a.high, b.high);
    const lows = exactSum(a.low, b.low);
    const sum = renormalized(highs.high, tf.add(highs.low, lows.high));
    return renormalized(sum.high, tf.add(sum.low, lows.low));
  });
}

/** a · b, element by element with broadcasting. */
export function multiplyTwoFloats(a: TwoFloat, b: TwoFloat): TwoFloat {
  return tf.tidy(() => {
    const { high, low } = exactProduct(a.high, b.high);
    const mixed = tf.add(tf.mul(a.high, b.low), tf.mul(a.low, b.high));
    return renormalized(high, tf.add(low, mixed));
  });
}

/**
 * Running products along the last of two axes: a₁, a₁a₂, a₁a₂a₃ …, in as many rounds as the length has
 * binary digits.
 * @param a [rows, length]
 * @param options `exclusive` leaves each element out of its own product, which then starts with 1;
 *   `reverse` goes from the end to the start
 * @see torch.cumprod, tf.cumprod
 */
export function cumulativeProduct(
  a: TwoFloat,
  options: { readonly exclusive?: boolean; readonly reverse?: boolean } = {},
): TwoFloat {
  const { exclusive = false, reverse = false } = options;
  return tf.tidy(() => {
    const turned = reverse ? each(a, (part) => tf.reverse(part, -1)) : a;
    const [, length] = a.high.shape;
    let product = exclusive ? shifted(turned, 1) : turned;
    for (let reach = 1; reach < length; reach *= 2) {
      product = multiplyTwoFloats(product, shifted(product, reach));
    }
    return reverse ? each(product, (part) => tf.reverse(part, -1)) : { ...product };
  });
}

/** Moved to the right along the last axis; ones come in from the left. */
function shifted({ high, low }: TwoFloat, places: number): TwoFloat {
  const [rows, length] = high.shape;
  const kept = [rows, length - places];
  const ones = tf.ones([rows, places]);
  return {
    high: tf.concat([ones, tf.slice(high, [0, 0], kept)], -1),
    low: tf.concat([tf.zerosLike(ones), tf.slice(low, [0, 0], kept)], -1),
  };
}

const each = ({ high, low }: TwoFloat, f: (part: tf.Tensor) => tf.Tensor): TwoFloat => ({
  high: f(high),
  low: f(low),
});

// What follows is exact where every sum, difference and product is rounded to the nearest float32. Each
// is an operation, and so a program, of its own: no compiler gets to see two of them and to merge them.

/** The sum of two float32, and its rounding error. */
function exactSum(a: tf.Tensor, b: tf.Tensor): TwoFloat {
  const high = tf.add(a, b);
  const ofB = tf.sub(high, a);
  const ofA = tf.sub(high, ofB);
  return { high, low: tf.add(tf.sub(a, ofA), tf.sub(b, ofB)) };
}

/** The same where |high| ≥ |low|. */
function renormalized(high: tf.Tensor, low: tf.Tensor): TwoFloat {
  const sum = tf.add(high, low);
  return { high: sum, low: tf.sub(low, tf.sub(sum, high)) };
}

/** The product of two float32, and its rounding error. */
function exactProduct(a: tf.Tensor, b: tf.Tensor): TwoFloat {
  const high = tf.mul(a, b);
  const [p, q] = [split(a), split(b)];
  const leading = tf.sub(tf.mul(p.high, q.high), high);
  const crossed = tf.add(tf.add(leading, tf.mul(p.high, q.low)), tf.mul(p.low, q.high));
  return { high, low: tf.add(crossed, tf.mul(p.low, q.low)) };
}

/** A float32 as a sum of two that have half its digits each. */
function split(a: tf.Tensor): TwoFloat {
  const scaled = tf.mul(a, SPLITTER);
  const high = tf.sub(scaled, tf.sub(scaled, a));
  return { high, low: tf.sub(a, high) };
}
