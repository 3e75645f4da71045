import type { Mark } from '#charts/grid-marks.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useShown, useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { mapOf } from '#nd/maps.ts';
import type { Cell, Model } from './model.ts';
import type { Scales } from './scene.ts';
import type { Key } from './strings.ts';
import { mapName } from './words.ts';

/** The map that the figure speaks of, before, to be edited, and after. */
export function Maps({ model, t, scales }: ViewProps<Model, Key> & { readonly scales: Scales }) {
  const { k } = useWidget();
  const besideSizes = useShown('x');
  const { x, y } = model.tensors.value;
  const [n, c, h, w] = model.current.value;
  const where = mapName(t, model, n, c);
  const marks: Mark[] = [{ kind: 'cell', row: h, column: w }];
  const pointAt = (at?: Cell): void => {
    model.pointed.value = at && [n, c, at.row, at.column];
  };
  return (
    <div class="maps" style={`--map-columns:${x.shape[3]}`}>
      <section class="before" {...usePart('x')}>
        <PanelTitle name={t('mapBefore')} note={where} />
        <MatrixEditor
          name="x"
          quiet={besideSizes}
          label={`${t('mapBefore')}, ${where}`}
          array={mapOf(x, n, c)}
          scale={model.lines.value === 1 || model.lines.value === 2 ? scales.range : scales.before}
          marks={marks}
          step={0.1}
          onPoint={pointAt}
          onSet={model.setCell}
          onReplace={model.setMap}
        />
      </section>
      <span class="sign" aria-hidden="true">
        →
      </span>
      <section class={model.lines.value < 4 ? 'after later' : 'after'} {...usePart('y')}>
        <PanelTitle name={t('mapAfter')} note={where} />
        <TensorGrid
          label={`${t('mapAfter')}, ${where}`}
          array={mapOf(y, n, c)}
          scale={scales.after}
          marks={marks}
          cellName={({ row, column }, text) =>
            k('cell', { row: row + 1, column: column + 1, value: text })
          }
          onPoint={pointAt}
          onChoose={({ row, column }) => model.choose([n, c, row, column])}
        />
      </section>
    </div>
  );
}
