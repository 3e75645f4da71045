import { signedScale } from '#charts/cell-colour.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Panel } from '#kit/panel.tsx';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import { snapOf, type Model, type Tensor } from './model.ts';
import type { Key } from './strings.ts';
import { cellText, typedText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What the reader sets, and both gradients that come of it; a row is a unit. */
export function Matrices({ model, t }: Props) {
  const { adaptive, together } = model.result.value;
  return (
    <div class="matrices">
      <Editor model={model} t={t} tensor="weights" />
      <Editor model={model} t={t} tensor="gradients" />
      <span class="sign">→</span>
      <Clipped model={model} t={t} way="adaptive" array={adaptive} />
      <Clipped model={model} t={t} way="global" array={together} />
    </div>
  );
}

const marksOf = (model: Model) =>
  [{ kind: 'window', row: model.current.value.index, column: 0, columns: 2 }] as const;

const scaleFor = ({ data }: NdArray) => signedScale(maxAbs(data));

function Editor({ model, t, tensor }: Props & { readonly tensor: Tensor }) {
  const array = model.state.params.value[tensor];
  const scale = model.scales.value[tensor][model.state.params.value.look];
  return (
    <Panel part={tensor} name={t(`grid.${tensor}`)} note={t('rowNote')}>
      <MatrixEditor
        name={tensor}
        label={t(`param.${tensor}`)}
        array={array}
        scale={scaleFor(array)}
        marks={marksOf(model)}
        text={typedText}
        step={snapOf(scale)}
        onPoint={(cell) => (model.pointed.value = cell?.row)}
        onSet={({ row, column }, value, gesture) =>
          model.setCell(tensor, row, column, value, gesture)
        }
        onReplace={(replacement) => model.setAll(tensor, replacement)}
      />
    </Panel>
  );
}

type ClippedProps = Props & { readonly way: 'adaptive' | 'global'; readonly array: NdArray };

/** Coloured against the gradients before. */
function Clipped({ model, t, way, array }: ClippedProps) {
  const { k } = useWidget();
  return (
    <Panel part={way} name={way === 'adaptive' ? 'G′' : 'G″'} note={t(`gridName.${way}`)}>
      <TensorGrid
        label={t(`grid.${way}`)}
        array={array}
        scale={scaleFor(model.params.value.gradients)}
        marks={marksOf(model)}
        text={cellText}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        onPoint={(cell) => (model.pointed.value = cell?.row)}
        onChoose={({ row }) => model.choose(row)}
      />
    </Panel>
  );
}
