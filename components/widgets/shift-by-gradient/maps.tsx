import { signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { tabulate } from '#nd/nd-array.ts';
import { at, type Model, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { kindText, layerText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly run: Run };

const scale = signedScale(1);

/** One network: its layers from the lowest down the picture, measured steps across. */
export function CosineMap({ model, t, run }: Props) {
  const { treatment, shift, come } = run;
  const layers = model.params.value.depth;
  const name = t(treatment);
  return (
    <section class={`cosine-map treatment-${treatment}`} {...usePart(treatment)}>
      <PanelTitle name={name} note={kindText(run, t)} />
      <div class="cells" style={`--looks:${come}`}>
        <span class="rows" aria-hidden="true">
          {Array.from({ length: layers }, (_, row) => (
            <span key={row}>{layerText(row, model, t)}</span>
          ))}
        </span>
        <TensorGrid
          array={tabulate([layers, come], (row, column) => at(shift.cosines, { row, column }))}
          scale={scale}
          decimals={2}
          label={t('mapText', { treatment: name })}
          cellName={({ row, column }, value) =>
            t('place', { layer: layerText(row, model, t), step: model.stepOf(column), value })
          }
          marks={marksOf(model, come)}
          onPoint={(place) => (model.pointed.value = place)}
          onChoose={model.choose}
        />
        <span class="axis-name" aria-hidden="true">
          {t('step')}
        </span>
        <span class="columns" aria-hidden="true">
          {Array.from({ length: come }, (_, column) => (
            <span key={column}>{model.stepOf(column)}</span>
          ))}
        </span>
      </div>
    </section>
  );
}

/** The layer whose curves are shown, and the cell that numbers are given of. */
function marksOf(model: Model, come: number): readonly Mark[] {
  const { row } = model.chosen.value;
  const shown = model.shown.value;
  const layer: Mark = { kind: 'window', row, column: 0, columns: come };
  return shown.column < come ? [layer, { kind: 'cell', ...shown }] : [layer];
}
