import { useComputed } from '@preact/signals';
import { greyScale, signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Ramp } from '#charts/ramp.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import { Formula } from './formula.tsx';
import { Maps } from './maps.tsx';
import { paddedImage, type Model } from './model.ts';
import type { Key } from './strings.ts';

/** Input × kernel = products, their sum, and the map that the sums make, before and after activation. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { image, kernel } = model.state.params.value;
  const { row, column } = model.current.value;
  const sizes = {
    '--input-columns': image.shape[1] + 2 * model.state.params.value.padding,
    '--output-columns': model.outputShape.value[1],
    '--kernel-columns': kernel.shape[1],
    '--current-row': row,
    '--current-column': column,
  };
  return (
    <>
      <div class="conv-filter" data-kernel={kernelClass(kernel.shape[1])} style={sizes}>
        <Input model={model} t={t} />
        <div class="group">
          <span class="sign times" aria-hidden="true">
            ×
          </span>
          <Kernel model={model} t={t} />
          <span class="sign equals" aria-hidden="true">
            =
          </span>
          <Products model={model} t={t} />
        </div>
        <Maps model={model} t={t} />
        <span class="connector" aria-hidden="true" />
      </div>
      <div class="under">
        <Formula model={model} t={t} />
        <Ramp
          low={numberText(-model.largestOutput.value, 1)}
          high={numberText(model.largestOutput.value, 1)}
        />
      </div>
    </>
  );
}

/** Larger kernels get smaller cells. */
function kernelClass(columns: number): 'small' | 'medium' | 'large' {
  return columns <= 3 ? 'small' : columns <= 5 ? 'medium' : 'large';
}

type PartProps = ViewProps<Model, Key>;

function Input({ model, t }: PartProps) {
  const { image, padding } = model.state.params.value;
  const padded = useComputed(() => paddedImage(model.state.params.value));
  const scale = useComputed(() => {
    const [min, max] = extent(model.state.params.value.image.data);
    return greyScale(Math.min(min, 0), Math.max(max, 1));
  });
  const marks = useComputed(() => windowMarks(model));
  const size = t('size', { rows: image.shape[0], columns: image.shape[1] });
  return (
    <div class="group">
      <section class="input" {...usePart('image')}>
        <PanelTitle
          name={t('input')}
          note={padding > 0 ? `${size} + ${t('somePadding', { padding })}` : size}
        />
        <MatrixEditor
          name="image"
          label={t('input')}
          array={padded.value}
          ring={padding}
          scale={scale.value}
          marks={marks.value}
          step={0.1}
          brush={model.brush.value}
          onPoint={(cell) => {
            model.pointedInput.value = cell && {
              row: cell.row - padding,
              column: cell.column - padding,
            };
          }}
          onSet={model.setPixel}
          onReplace={model.setImage}
        />
      </section>
      <p class="hint">{t('hint')}</p>
    </div>
  );
}

/** What the window covers, counted from the first padded cell. */
function windowMarks(model: Model): Mark[] {
  const { dilation, padding } = model.state.answered.value.params;
  const taps = model.taps.value.map(({ row, column }) => ({
    row: row + padding,
    column: column + padding,
  }));
  const first = taps[0];
  const last = taps[taps.length - 1];
  const pointed = model.pointedTap.value;
  const span = { rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
  const whole: Mark[] =
    dilation === 1 || taps.length === 1
      ? [{ kind: 'window', ...first, ...span }]
      : [
          { kind: 'span', ...first, ...span },
          ...taps.map((tap): Mark => ({ kind: 'window', ...tap })),
        ];
  return pointed === undefined ? whole : [...whole, { kind: 'cell', ...taps[pointed] }];
}

function Kernel({ model, t }: PartProps) {
  const { kernel } = model.state.params.value;
  const scale = useComputed(() => signedScale(maxAbs(model.state.params.value.kernel.data)));
  const columns = kernel.shape[1];
  return (
    <section class="kernel" {...usePart('kernel')}>
      <PanelTitle name={t('kernel')} note={t('size', { rows: kernel.shape[0], columns })} />
      <MatrixEditor
        name="kernel"
        label={t('kernel')}
        array={kernel}
        scale={scale.value}
        marks={pointedMark(model, columns)}
        step={1}
        onPoint={(cell) => {
          model.pointedTap.value = cell && cell.row * columns + cell.column;
        }}
        onSet={model.setWeight}
        onReplace={model.setKernel}
      />
    </section>
  );
}

function Products({ model, t }: PartProps) {
  const { k } = useWidget();
  const { kernel, bias } = model.state.answered.value.params;
  const columns = kernel.shape[1];
  const data = Float32Array.from(model.taps.value, (tap) => tap.product);
  const decimals = Math.max(1, decimalsFor(data));
  const biasText = bias === 0 ? '' : ` ${bias < 0 ? '−' : '+'} ${numberText(Math.abs(bias), 2)}`;
  return (
    <>
      <section class="products">
        <PanelTitle
          name={t('products', { count: data.length })}
          note={t(bias === 0 ? 'andSum' : 'andSumBias')}
        />
        <TensorGrid
          label={t('products', { count: data.length })}
          array={{ shape: kernel.shape, data }}
          scale={signedScale(maxAbs(data))}
          decimals={decimals}
          marks={pointedMark(model, columns)}
          cellName={(cell, text) =>
            k('cell', { row: cell.row + 1, column: cell.column + 1, value: text })
          }
          onPoint={(cell) => {
            model.pointedTap.value = cell && cell.row * columns + cell.column;
          }}
        />
      </section>
      <p class="sum">
        <span>
          Σ{biasText} = <b>{numberText(model.sum.value, Math.max(decimals, bias === 0 ? 1 : 2))}</b>
        </span>
      </p>
    </>
  );
}

function pointedMark(model: Model, columns: number): Mark[] {
  const tap = model.pointedTap.value;
  if (tap === undefined) return [];
  return [{ kind: 'cell', row: Math.floor(tap / columns), column: tap % columns }];
}
