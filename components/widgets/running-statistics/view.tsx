import { useComputed } from '@preact/signals';
import { signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { Legend, type LegendProps } from '#charts/legend.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Panel } from '#kit/panel.tsx';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import { Course } from './course.tsx';
import { SIDE } from './data.ts';
import { Formulas } from './formulas.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Normalized values stand out of each other within this. */
const NORMALIZED = signedScale(3);

/** Both statistics over the batches, one image in both modes, and the rules in numbers. */
export function View({ model, t }: Props) {
  const { beside } = model.params.value;
  const entries: LegendProps['entries'] = [
    { kind: 'measured', label: t('ofBatch') },
    { kind: 'curve', label: t('running') },
    ...(beside === 'none'
      ? []
      : [{ kind: 'curve' as const, label: t(`defaults.${beside}`), hue: 'hue-3' }]),
    { kind: 'theory', label: t('truth') },
  ];
  return (
    <div class="running-statistics">
      <p class="legends">
        <Legend entries={entries} />
      </p>
      <div class="courses">
        <Course model={model} t={t} statistic="mean" />
        <Course model={model} t={t} statistic="variance" />
      </div>
      <div class="details">
        <Images model={model} t={t} />
        <Formulas model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
    </div>
  );
}

/** The same image as it came in, and as it leaves the layer in either mode. */
function Images({ model, t }: Props) {
  const { x, trained, evaluated } = model.images.value;
  const scale = useComputed(() => signedScale(maxAbs(model.images.value.x.data)));
  const step = model.step.value + 1;
  return (
    <div class="images">
      <Picture
        part="image"
        name={t('image')}
        note={t('ofStep', { step })}
        array={x}
        scale={scale.value}
        model={model}
      />
      <Picture
        part="training"
        name={t('trained')}
        note={t('byBatch')}
        array={trained}
        scale={NORMALIZED}
        model={model}
      />
      <Picture
        part="evaluation"
        name={t('evaluated')}
        note={t('byRunning')}
        array={evaluated}
        scale={NORMALIZED}
        model={model}
      />
    </div>
  );
}

type PictureProps = {
  readonly model: Model;
  readonly part: string;
  readonly name: string;
  readonly note: string;
  readonly array: NdArray;
  readonly scale: ColourScale;
};

function Picture({ model, part, name, note, array, scale }: PictureProps) {
  const { k } = useWidget();
  const pixel = model.pixel.value;
  return (
    <Panel part={part} name={name} note={note}>
      <TensorGrid
        label={`${name}, ${note}`}
        array={array}
        scale={scale}
        decimals={2}
        marks={[{ kind: 'cell', row: Math.floor(pixel / SIDE), column: pixel % SIDE }]}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        onPoint={(cell) => {
          if (cell) model.pixel.value = cell.row * SIDE + cell.column;
        }}
      />
    </Panel>
  );
}
