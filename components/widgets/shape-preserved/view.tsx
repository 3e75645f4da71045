import { useComputed } from '@preact/signals';
import { signedScale } from '#charts/cell-colour.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { Density } from './density.tsx';
import { Formula } from './formula.tsx';
import { MomentTable } from './moment-table.tsx';
import type { Model } from './model.ts';
import { OnOneAxis, OverEachOther } from './samples.tsx';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What a sample is drawn from, the sample before and after, and what of it has stayed as it was. */
export function View({ model, t }: Props) {
  return (
    <div class="shape-preserved">
      <div class="plots">
        <Density model={model} t={t} />
        <OnOneAxis model={model} t={t} />
        <OverEachOther model={model} t={t} />
      </div>
      <p class="verdict">{outcomeText(model, t)}</p>
      <div class="details">
        <MomentTable model={model} t={t} />
        <div class="numbers">
          <First name="before" model={model} t={t} />
          <First name="after" model={model} t={t} />
          <Formula model={model} t={t} />
        </div>
      </div>
    </div>
  );
}

/** The first numbers of the sample: the formula is about the one that is pointed at. */
function First({ name, model, t }: Props & { readonly name: 'before' | 'after' }) {
  const { k } = useWidget();
  const array = model.first.value[name];
  const scale = useComputed(() => signedScale(maxAbs(model.first.value[name].data)));
  const title = t(`first.${name}`, { count: array.data.length });
  const note = name === 'before' ? 'x' : t(`letters.${model.stage.value}`);
  return (
    <section class={name} {...usePart(name === 'before' ? 'x' : 'y')}>
      <PanelTitle name={title} note={note} />
      <TensorGrid
        label={title}
        array={array}
        scale={scale.value}
        decimals={2}
        marks={[{ kind: 'cell', row: 0, column: model.current.value }]}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        onPoint={(cell) => {
          model.pointed.value = cell?.column;
        }}
      />
    </section>
  );
}
