import { useComputed } from '@preact/signals';
import { signedScale } from '#charts/cell-colour.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** The input, to be edited, and what the activation makes of it, in the same colours. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { k } = useWidget();
  const scale = useComputed(() => signedScale(maxAbs(model.state.params.value.input.data)));
  return (
    <div class="template">
      <section>
        <PanelTitle name={t('param.input')} />
        <MatrixEditor
          name="input"
          label={t('param.input')}
          array={model.state.params.value.input}
          scale={scale.value}
          step={0.5}
          onSet={model.setCell}
          onReplace={model.setInput}
        />
      </section>
      <section>
        <PanelTitle name={t('output')} />
        <TensorGrid
          label={t('output')}
          array={model.state.answered.value.result.output}
          scale={scale.value}
          cellName={({ row, column }, text) =>
            k('cell', { row: row + 1, column: column + 1, value: text })
          }
        />
      </section>
    </div>
  );
}
