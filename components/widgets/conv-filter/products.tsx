import { signedScale } from '#charts/cell-colour.ts';
import { decimalsFor } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import { maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import type { Translate } from '#i18n/translate.ts';

/** The products of the window's cells and the kernel's weights, in the kernel's shape. */
export function Products({ model, t }: { readonly model: Model; readonly t: Translate<Key> }) {
  const { k } = useWidget();
  const data = Float32Array.from(model.taps.value, (tap) => tap.product);
  const shape = model.state.answered.value.params.kernel.shape;
  return (
    <TensorGrid
      label={t('products', { count: data.length })}
      array={{ shape, data }}
      scale={signedScale(maxAbs(data))}
      decimals={decimalsFor(data)}
      cellName={(cell, text) => k('cell', { row: cell.row + 1, column: cell.column + 1, value: text })}
    />
  );
}
