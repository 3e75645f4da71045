import { windowGeometry } from '#nd/conv-geometry.ts';
import type { Result } from './compute.ts';
import { tapsOf } from './model.ts';
import type { Params } from './params.ts';

const ZERO = 1e-5;

/** The output is zero under every window of equal cells, and not zero under some other window. */
export function edgesOnly(params: Params, { linear }: Result): boolean {
  const { image, kernel, stride, dilation, padding } = params;
  const axes = windowGeometry(
    [image.shape[0], image.shape[1]],
    [kernel.shape[0], kernel.shape[1]],
    { stride, dilation, padding },
  );
  const windows = Array.from(linear.data, (value, index) => {
    const output = { row: Math.floor(index / linear.shape[1]), column: index % linear.shape[1] };
    const values = tapsOf(params, axes, output).map((tap) => tap.value);
    return { value, flat: values.every((other) => other === values[0]), shade: values[0] };
  });
  const flat = windows.filter((window) => window.flat);
  const shades = new Set(flat.map((window) => window.shade));
  return (
    shades.size > 1 &&
    flat.every((window) => Math.abs(window.value) < ZERO) &&
    windows.some((window) => !window.flat && Math.abs(window.value) > 0.1)
  );
}

/** A dilated kernel of more than one cell gives an output of the image's own size. */
export function keepsSize({ image, kernel, dilation }: Params, { linear }: Result): boolean {
  return (
    dilation === 2 &&
    kernel.data.length > 1 &&
    linear.shape.every((size, axis) => size === image.shape[axis])
  );
}
