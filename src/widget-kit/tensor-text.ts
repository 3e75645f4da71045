import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { shortDecimal } from '#nd/short-decimal.ts';

export { shortDecimal };

/** Longest tensor text that is read at all; 32 × 32 values fit many times over. */
const LONGEST = 200_000;

/**
 * `3x3:0,1,0,…` in row-major order, or `3x3~` and base64url of little-endian float32 if shorter;
 * a scalar has nothing before the colon.
 */
export function formatTensor({ shape, data }: NdArray): string {
  const size = shape.join('x');
  const decimals = Array.from(data, shortDecimal).join(',');
  const base64Length = Math.ceil((data.length * 4 * 4) / 3);
  return decimals.length <= base64Length ? `${size}:${decimals}` : `${size}~${toBase64Url(data)}`;
}

/**
 * Reads what {@link formatTensor} writes.
 * @param fits whether a shape is wanted; asked before anything is allocated
 * @returns undefined if the text is not a tensor of a wanted shape with finite values
 */
export function parseTensor(
  text: string,
  fits: (shape: readonly number[]) => boolean,
): NdArray | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = /^((?:\d{1,6}(?:x\d{1,6})*)?)([:~])([\w+.,-]*)$/.exec(text);
  if (!parts) return undefined;
  const shape = parts[1] === '' ? [] : parts[1].split('x').map(Number);
  if (!fits(shape)) return undefined;
  const data = parts[2] === ':' ? fromDecimals(parts[3]) : fromBase64Url(parts[3]);
  if (data?.length !== sizeOf(shape) || !data.every(Number.isFinite)) return undefined;
  return { shape, data };
}

function fromDecimals(text: string): Float32Array | undefined {
  const words = text === '' ? [] : text.split(',');
  const decimal = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;
  return words.every((word) => decimal.test(word)) ? Float32Array.from(words, Number) : undefined;
}

function toBase64Url(data: Float32Array): string {
  const bytes = new Uint8Array(data.length * 4);
  const view = new DataView(bytes.buffer);
  data.forEach((value, index) => view.setFloat32(index * 4, value, true));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Float32Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (binary.length % 4 !== 0) return undefined;
  const view = new DataView(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)).buffer);
  return Float32Array.from({ length: binary.length / 4 }, (_, index) =>
    view.getFloat32(index * 4, true),
  );
}
