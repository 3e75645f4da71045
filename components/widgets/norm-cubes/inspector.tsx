import type { Mark } from '#charts/grid-marks.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { mapOf } from '#nd/maps.ts';
import { maxAbs, ndArray } from '#nd/nd-array.ts';
import { signedScale } from '#charts/cell-colour.ts';
import { forChannels } from './data.ts';
import type { Cell, Model, Stage } from './model.ts';
import type { Scales } from './scene.ts';
import type { Key } from './strings.ts';
import { channelName, imageName } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly scales: Scales };

/** The map that the figure speaks of, before and after, to be read and edited; and γ and β of every channel. */
export function Inspector({ model, t, scales }: Props) {
  const { k } = useWidget();
  const { x, y } = model.tensors.value;
  const [n, c, h, w] = model.current.value.index;
  const where = `${imageName(t, n)}, ${channelName(t, c)}`;
  const size = `${x.shape[2]} × ${x.shape[3]}`;
  const marks: Mark[] = [{ kind: 'cell', row: h, column: w }];
  const pointAt = (stage: Stage) => (at?: Cell) => {
    model.pointed.value = at && { stage, index: [n, c, at.row, at.column] };
  };
  return (
    <div class="inspector">
      <section class="before" {...usePart('x')}>
        <PanelTitle name={t('x')} note={where} />
        <MatrixEditor
          name="x"
          label={`${t('x')}, ${where}, ${size}`}
          array={mapOf(x, n, c)}
          scale={scales.x(n, c)}
          marks={marks}
          step={0.1}
          onPoint={pointAt('x')}
          onSet={model.setCell}
          onReplace={model.setMap}
        />
      </section>
      <span class="sign" aria-hidden="true">
        →
      </span>
      <section class="after" {...usePart('y')}>
        <PanelTitle name={t('y')} note={where} />
        <TensorGrid
          label={`${t('y')}, ${where}, ${size}`}
          array={mapOf(y, n, c)}
          scale={scales.y(n, c)}
          marks={marks}
          cellName={({ row, column }, text) =>
            k('cell', { row: row + 1, column: column + 1, value: text })
          }
          onPoint={pointAt('y')}
          onChoose={({ row, column }) => model.choose({ stage: 'y', index: [n, c, row, column] })}
        />
      </section>
      <div class="affine">
        <Affine name="gamma" missing={1} model={model} t={t} />
        <Affine name="beta" missing={0} model={model} t={t} />
      </div>
    </div>
  );
}

type AffineProps = ViewProps<Model, Key> & {
  readonly name: 'gamma' | 'beta';
  readonly missing: number;
};

function Affine({ name, missing, model, t }: AffineProps) {
  const { params } = model.state.answered.value;
  const channels = params.x.shape[1];
  const values = forChannels(params[name], channels, missing);
  return (
    <section {...usePart(name)}>
      <PanelTitle name={t(name)} note={t('perChannel')} />
      <MatrixEditor
        name={name}
        quiet
        label={`${t(name)}, ${t('perChannel')}`}
        array={ndArray([1, channels], values.data)}
        scale={signedScale(Math.max(maxAbs(values.data), 3))}
        step={0.1}
        onSet={(at, value, gesture) => model.setAffine(name, at, value, gesture)}
        onReplace={(cells) => model.replaceAffine(name, cells)}
      />
    </section>
  );
}
