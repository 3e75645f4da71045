import type { Mark } from '#charts/grid-marks.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { mapOf } from '#nd/maps.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { signedScale } from '#charts/cell-colour.ts';
import type { Affine, Cell, Model, Stage } from './model.ts';
import type { Scales } from './scene.ts';
import { isElementwise } from './sets.ts';
import type { Key } from './strings.ts';
import { channelName, imageName } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly scales: Scales };

/** The map that the figure speaks of, before and after, to be read and edited; and γ and β of every channel. */
export function Inspector({ model, t, scales }: Props) {
  const { k } = useWidget();
  const { x, y } = model.tensors.value;
  const { norm } = model.state.answered.value.params;
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
        {norm !== 'none' && <AffineEditor name="gamma" model={model} t={t} />}
        {norm !== 'none' && norm !== 'rms' && <AffineEditor name="beta" model={model} t={t} />}
      </div>
    </div>
  );
}

type AffineProps = ViewProps<Model, Key> & { readonly name: Affine };

/** γ or β: a number for each channel, or for each element of the channel that the figure speaks of. */
function AffineEditor({ name, model, t }: AffineProps) {
  const { norm } = model.state.answered.value.params;
  const all = model.affine.value[name];
  const [, c, row, column] = model.current.value.index;
  const elementwise = isElementwise(norm);
  const note = elementwise ? t('perElement', { channel: channelName(t, c) }) : t('perChannel');
  const [, height, width] = all.shape;
  const size = height * width;
  return (
    <section {...usePart(name)}>
      <PanelTitle name={t(name)} note={note} />
      <MatrixEditor
        name={elementwise ? elementParams[name] : name}
        quiet
        label={`${t(name)}, ${note}`}
        array={
          elementwise
            ? { shape: [height, width], data: all.data.subarray(c * size, (c + 1) * size) }
            : { shape: [1, all.data.length], data: all.data }
        }
        scale={signedScale(Math.max(maxAbs(all.data), 3))}
        marks={[{ kind: 'cell', row: elementwise ? row : 0, column: elementwise ? column : c }]}
        step={0.1}
        onSet={(at, value, gesture) => model.setAffine(name, at, value, gesture)}
        onReplace={(cells) => model.replaceAffine(name, cells)}
      />
    </section>
  );
}

/** Params whose refusals stand at the editor of elements. */
const elementParams = { gamma: 'elementGamma', beta: 'elementBeta' } as const;
