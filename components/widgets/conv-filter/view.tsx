import './conv-filter.css';
import { useComputed, useSignal } from '@preact/signals';
import { greyScale, signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { Control } from '#controls/control.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import { Formula } from './formula.tsx';
import { paddedImage, type Model } from './model.ts';
import { Products } from './products.tsx';
import type { Key } from './strings.ts';

export function View({ model, t }: ViewProps<Model, Key>) {
  const { k } = useWidget();
  const { state, current, outputShape, taps, filledTo } = model;
  const live = state.params.value;
  const shown = state.answered.value;
  const brush = useSignal(1);

  const padded = useComputed(() => paddedImage(state.params.value));
  const imageScale = useComputed(() => {
    const [min, max] = extent(padded.value.data);
    return greyScale(Math.min(min, 0), Math.max(max, 1));
  });
  const kernelScale = useComputed(() => signedScale(maxAbs(state.params.value.kernel.data)));
  const outputScale = useComputed(() => signedScale(model.outputScale.value));
  const outputDecimals = useComputed(() =>
    Math.max(1, decimalsFor(state.answered.value.result.linear.data)),
  );

  const { padding } = shown.params;
  const windowMarks = useComputed((): Mark[] => {
    const dilated = state.answered.value.params.dilation > 1;
    const [first] = taps.value;
    const last = taps.value[taps.value.length - 1];
    const at = (row: number, column: number) => ({ row: row + padding, column: column + padding });
    const whole = {
      ...at(first.row, first.column),
      rows: last.row - first.row + 1,
      columns: last.column - first.column + 1,
    };
    if (!dilated) return [{ kind: 'window', ...whole }];
    return [
      { kind: 'span', ...whole },
      ...taps.value.map(({ row, column }): Mark => ({ kind: 'window', ...at(row, column) })),
    ];
  });
  const outputMarks = useComputed((): Mark[] => [
    ...model.reached.value.map((cell): Mark => ({ kind: 'reached', ...cell })),
    { kind: 'cell', ...current.value },
  ]);

  const [rows, columns] = outputShape.value;
  const filled = filledTo.value + 1;
  const cellName = (cell: { row: number; column: number }, text: string) =>
    k('cell', { row: cell.row + 1, column: cell.column + 1, value: text });
  const output = {
    marks: outputMarks.value,
    decimals: outputDecimals.value,
    filled,
    cellName,
    onPoint: (cell: { row: number; column: number } | undefined) => {
      model.pointed.value = cell;
    },
    onChoose: model.pin,
  };

  return (
    <>
      <div
        class="conv-filter"
        style={`--input-columns:${padded.value.shape[1]};--output-columns:${columns};--kernel-columns:${live.kernel.shape[1]};--current-row:${current.value.row};--current-column:${current.value.column}`}
      >
        <section class="input">
          <h4>
            {t('input')} <small>{t('size', { rows: live.image.shape[0], columns: live.image.shape[1] })}</small>
          </h4>
          <MatrixEditor
            name="image"
            label={t('input')}
            array={padded.value}
            ring={live.padding}
            scale={imageScale.value}
            marks={windowMarks.value}
            step={0.1}
            brush={brush.value}
            onPoint={(cell) => {
              model.pointedInput.value = cell && { row: cell.row - padding, column: cell.column - padding };
            }}
            onSet={model.setPixel}
            onReplace={model.setImage}
          />
        </section>
        <span class="sign times" aria-hidden="true">×</span>
        <section class="kernel">
          <h4>
            {t('kernel')} <small>{t('size', { rows: live.kernel.shape[0], columns: live.kernel.shape[1] })}</small>
          </h4>
          <MatrixEditor
            name="kernel"
            label={t('kernel')}
            array={live.kernel}
            scale={kernelScale.value}
            step={1}
            onSet={model.setWeight}
            onReplace={model.setKernel}
          />
        </section>
        <span class="sign equals" aria-hidden="true">=</span>
        <section class="products">
          <h4>
            {t('products', { count: taps.value.length })} <small>{t('andSum')}</small>
          </h4>
          <Products model={model} t={t} />
        </section>
        <section class="output">
          <h4>
            {t('output')} <small><Formula model={model} /></small>
          </h4>
          <TensorGrid {...output} label={t('output')} array={shown.result.linear} scale={outputScale.value} />
        </section>
        <section class="activated">
          <h4>
            {t('activated', { activation: t(`activation.${shown.params.activation}`) })}{' '}
            <small>{t('size', { rows, columns })}</small>
          </h4>
          <TensorGrid
            {...output}
            label={t('activated', { activation: t(`activation.${shown.params.activation}`) })}
            array={shown.result.activated}
            scale={outputScale.value}
          />
        </section>
        <p class="sum">Σ = {numberText(model.sum.value, outputDecimals.value)}</p>
        <span class="connector" aria-hidden="true" />
      </div>
      <div class="controls">
        {(['stride', 'padding', 'paddingMode', 'dilation', 'bias', 'activation', 'padOutput'] as const).map(
          (name) => (
            <Control key={name} name={name} />
          ),
        )}
      </div>
    </>
  );
}
