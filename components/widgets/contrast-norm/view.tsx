import { useComputed } from '@preact/signals';
import { greyScale } from '#charts/cell-colour.ts';
import { TensorMap } from '#charts/fine-map.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { mapOf } from '#nd/maps.ts';
import { Chart } from './chart.tsx';
import { Formulas } from './formula.tsx';
import { stages, type Model, type Stage } from './model.ts';
import type { Key } from './strings.ts';
import { differencesText, imageName, meanText, varianceText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The images before, after BN and after IN, with their statistics; below, both formulas and all deviations on one axis. */
export function View({ model, t }: Props) {
  return (
    <div class="contrast-norm" data-images={model.images.value.length}>
      <div class="panels">
        {stages.map((stage) => (
          <Panel key={stage} model={model} t={t} stage={stage} />
        ))}
      </div>
      <p class="differences">{differencesText(model, t)}</p>
      <div class="details">
        <Chart model={model} t={t} />
        <Formulas model={model} t={t} />
      </div>
    </div>
  );
}

type PanelProps = Props & { readonly stage: Stage };

function Panel({ model, t, stage }: PanelProps) {
  const note = stage === 'before' ? t('asGiven') : t(`note.${stage}.${model.step.value}` as Key);
  return (
    <section
      class={stage === 'before' ? 'before' : 'after'}
      {...usePart(stage === 'before' ? 'x' : stage)}
    >
      <PanelTitle name={t(stage)} note={note} />
      <div class="images">
        {model.images.value.map((n) => (
          <Image key={n} model={model} t={t} stage={stage} n={n} />
        ))}
      </div>
    </section>
  );
}

function Image({ model, t, stage, n }: PanelProps & { readonly n: number }) {
  const { k } = useWidget();
  const scale = useComputed(() => greyScale(...model.greys.value[stage]));
  const { mean, variance } = model.statisticsOf(stage, n);
  const array = mapOf(model.batches.value[stage], n, 0);
  const label = `${t(stage)}, ${imageName(t, n)}`;
  const point = (cell: unknown): void => {
    model.pointed.value = cell ? n : undefined;
  };
  return (
    <div class="image" data-current={model.current.value === n}>
      {stage === 'before' ? (
        <MatrixEditor
          name="x"
          quiet={n > 0}
          label={label}
          array={array}
          scale={scale.value}
          numbers={false}
          decimals={2}
          step={0.5}
          brush={model.brush.value}
          onPoint={point}
          onSet={(cell, value, gesture) => model.setCell(n, cell, value, gesture)}
          onReplace={(picture) => model.setPicture(n, picture)}
        />
      ) : (
        <TensorMap
          label={label}
          array={array}
          scale={scale.value}
          numbers={false}
          decimals={2}
          cellName={({ row, column }, text) =>
            k('cell', { row: row + 1, column: column + 1, value: text })
          }
          onPoint={point}
          onChoose={() => model.choose(n)}
        />
      )}
      <table class="number-table" aria-label={label}>
        <tbody>
          <tr>
            <th scope="row">
              <i>μ</i>
            </th>
            <td {...usePart('mean')}>{meanText(mean)}</td>
            <th scope="row">
              <i>σ</i>²
            </th>
            <td {...usePart('variance')}>
              <b>{varianceText(variance)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
