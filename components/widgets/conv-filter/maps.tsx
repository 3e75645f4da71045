import { useComputed } from '@preact/signals';
import { signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid, type TensorGridProps } from '#charts/tensor-grid.tsx';
import type { Translate } from '#i18n/translate.ts';
import { useWidget } from '#kit/context.ts';
import { usePart } from '#kit/part.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Cell, Model } from './model.ts';
import type { Key } from './strings.ts';

export type MapsProps = { readonly model: Model; readonly t: Translate<Key> };

/** The output before and after the activation, and, if asked for, what padding the output would give. */
export function Maps({ model, t }: MapsProps) {
  const { k } = useWidget();
  const { params, result } = model.state.answered.value;
  const scale = useComputed(() => signedScale(model.largestOutput.value));
  const decimals = useComputed(() =>
    Math.max(1, decimalsFor(model.state.answered.value.result.linear.data)),
  );
  const marks = useComputed((): Mark[] => [
    ...model.reached.value.map((cell): Mark => ({ kind: 'reached', ...cell })),
    { kind: 'cell', ...model.current.value },
  ]);
  const grid = {
    scale: scale.value,
    decimals: decimals.value,
    filled: model.filledTo.value + 1,
    cellName: ({ row, column }: Cell, text: string) =>
      k('cell', { row: row + 1, column: column + 1, value: text }),
    onPoint: (cell: Cell | undefined) => {
      model.pointed.value = cell;
    },
    onChoose: model.pin,
  };
  const [rows, columns] = model.outputShape.value;
  const size = t('size', { rows, columns });
  const activated =
    params.activation === 'identity'
      ? t('notActivated')
      : t('activated', { activation: t(`activation.${params.activation}`) });

  return (
    <>
      <div class="group">
        <section class="output" {...usePart('output')}>
          <PanelTitle name={t('output')} note={size} />
          <TensorGrid {...grid} label={t('output')} array={result.linear} marks={marks.value} />
        </section>
        <span class="sign then" aria-hidden="true">
          →
        </span>
        <section class="activated" {...usePart('activation')}>
          <PanelTitle name={activated} note={size} />
          <TensorGrid {...grid} label={activated} array={result.activated} marks={marks.value} />
        </section>
      </div>
      {params.padOutput && (
        <Comparison model={model} t={t} grid={grid} padded={result.outputPadded} />
      )}
    </>
  );
}

type ComparisonProps = MapsProps & {
  readonly grid: Omit<TensorGridProps, 'array' | 'label' | 'marks'>;
  readonly padded: NdArray;
};

/** What comes out if the padding is put around the output instead, and where that is different. */
function Comparison({ model, t, grid, padded }: ComparisonProps) {
  const differing = model.differing.value;
  if (padded.data.length === 0) return <p class="compare">{t('padOutputImpossible')}</p>;
  const [rows, columns] = padded.shape;
  return (
    <section class="compare">
      <PanelTitle name={t('outputPadded')} note={t('size', { rows, columns })} />
      <TensorGrid
        {...grid}
        label={t('outputPadded')}
        array={padded}
        filled={undefined}
        marks={(differing ?? []).map((cell): Mark => ({ kind: 'differs', ...cell }))}
        onPoint={differing ? grid.onPoint : undefined}
        onChoose={differing ? grid.onChoose : undefined}
      />
      <p>
        {differing
          ? t('differing', {
              count: differing.length,
              cells: padded.data.length,
              same: padded.data.length - differing.length,
            })
          : t('otherSize')}
      </p>
    </section>
  );
}
