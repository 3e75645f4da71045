import { greyScale, signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { TensorMap } from '#charts/fine-map.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Panel } from '#kit/panel.tsx';
import { usePart } from '#kit/part.ts';
import { extent, type NdArray } from '#nd/nd-array.ts';
import { SIDE } from './data.ts';
import { Formulas } from './formulas.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { imageName, movedText, outcomeText } from './words.ts';

type Props = ViewProps<Model, Key>;

const modes = ['training', 'evaluation'] as const;

/** Outputs lie within about this. */
const OUTPUT = signedScale(3);
const MOVES = signedScale(1.5);

/** A batch in which one image is changed, and the output of another. */
export function View({ model, t }: Props) {
  return (
    <div class="batch-leak">
      <p class="modes" role="group" aria-label={t('param.mode')}>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-pressed={model.state.params.value.mode === mode}
            onClick={() => model.setMode(mode)}
          >
            {t(`mode.${mode}`)}
          </button>
        ))}
      </p>
      <div class="top">
        <Batch model={model} t={t} />
        <p class="outcome">{outcomeText(model, t)}</p>
      </div>
      <div class="details">
        <Other model={model} t={t} />
        <Mine model={model} t={t} />
      </div>
      <Formulas model={model} t={t} />
    </div>
  );
}

/** Images are grey over all that the batch holds. */
function greysOf(model: Model): ColourScale {
  const { x, replacement } = model.params.value;
  return greyScale(...extent([...x.data, ...replacement.data]));
}

function useCellName() {
  const { k } = useWidget();
  return ({ row, column }: { readonly row: number; readonly column: number }, text: string) =>
    k('cell', { row: row + 1, column: column + 1, value: text });
}

/** All images as they are now, each with how far its output has moved. */
function Batch({ model, t }: Props) {
  const cellName = useCellName();
  const scale = greysOf(model);
  const { mine, changed } = model.roles.value;
  return (
    <div class="batch" {...usePart('batch')}>
      {model.batch.value.map((image, n) => {
        const role = n === mine ? t('mine') : n === changed ? t('other') : '';
        return (
          <section key={n} data-role={n === mine ? 'mine' : n === changed ? 'other' : undefined}>
            <PanelTitle name={imageName(t, n)} note={role} />
            <TensorMap
              label={`${imageName(t, n)} ${role}`}
              array={image}
              scale={scale}
              numbers={false}
              cellName={cellName}
              onChoose={() => model.setMine(n)}
            />
            <p class="moved">
              <small>{t('moves')}</small> <b>{movedText(model.moved.value[n])}</b>
            </p>
          </section>
        );
      })}
    </div>
  );
}

/** The image that is changed: as it was, and what stands in its place, to be edited. */
function Other({ model, t }: Props) {
  const part = usePart('other');
  const cellName = useCellName();
  const other = model.other.value;
  if (!other) return null;
  const scale = greysOf(model);
  const name = imageName(t, other.n);
  return (
    <div class="row" {...part}>
      <section>
        <PanelTitle name={name} note={t('asItWas')} />
        <TensorGrid
          label={`${name}, ${t('asItWas')}`}
          array={other.before}
          scale={scale}
          cellName={cellName}
        />
      </section>
      <span class="sign" aria-hidden="true">
        →
      </span>
      <section>
        <PanelTitle name={name} note={t('changedTo')} />
        <MatrixEditor
          name="replacement"
          label={`${name}, ${t('changedTo')}`}
          array={model.state.params.value.replacement}
          scale={scale}
          step={0.1}
          onSet={model.setReplaced}
          onReplace={model.replaceOther}
        />
      </section>
    </div>
  );
}

/** My image, its output before and now, and the difference. */
function Mine({ model, t }: Props) {
  const { x, before, after, difference, moved } = model.mine.value;
  const name = imageName(t, model.roles.value.mine);
  const pixel = model.pixel.value;
  const marks = [{ kind: 'cell' as const, row: Math.floor(pixel / SIDE), column: pixel % SIDE }];
  const onPoint = (cell: { readonly row: number; readonly column: number } | undefined): void => {
    if (cell) model.pixel.value = cell.row * SIDE + cell.column;
  };
  const shared = { marks, onPoint };
  return (
    <div class="row">
      <Panel part="mine" name={name} note={t('mine')}>
        <MatrixEditor
          {...shared}
          name="x"
          quiet
          label={`${name}, ${t('mine')}`}
          array={x}
          scale={greysOf(model)}
          step={0.1}
          onSet={model.setPixel}
          onReplace={model.replaceMine}
        />
      </Panel>
      <Panel part="before" name={t('output')} note={t('beforeChange')}>
        <Grid
          {...shared}
          label={`${t('output')}, ${t('beforeChange')}`}
          array={before}
          scale={OUTPUT}
        />
      </Panel>
      <Panel part="after" name={t('output')} note={t('afterChange')}>
        <Grid
          {...shared}
          label={`${t('output')}, ${t('afterChange')}`}
          array={after}
          scale={OUTPUT}
        />
      </Panel>
      <Panel part="difference" name={t('difference')} note={t('upTo', { moved: movedText(moved) })}>
        <Grid {...shared} label={t('difference')} array={difference} scale={MOVES} />
      </Panel>
    </div>
  );
}

type GridProps = Pick<Parameters<typeof TensorGrid>[0], 'marks' | 'onPoint'> & {
  readonly label: string;
  readonly array: NdArray;
  readonly scale: ColourScale;
};

function Grid(props: GridProps) {
  return <TensorGrid {...props} decimals={2} cellName={useCellName()} />;
}
