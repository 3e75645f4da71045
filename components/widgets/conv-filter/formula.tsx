import type { Model } from './model.ts';

/** ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1 with the present numbers. */
export function Formula({ model }: { readonly model: Model }) {
  const [rows, columns] = model.outputShape.value;
  const { padding, dilation, stride } = model.state.answered.value.params;
  const [vertical] = model.axes.value;
  return (
    <span class="formula">
      {rows} × {columns} = ⌊({vertical.size} + 2·{padding} − {dilation}·({vertical.kernel} − 1) − 1) / {stride}⌋ + 1
    </span>
  );
}
