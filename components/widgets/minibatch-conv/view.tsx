import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TensorPanels, type TensorIndex } from '#charts/tensor-panels.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { useWidget } from '#kit/context.ts';
import { usePart } from '#kit/part.ts';
import { moveInStack } from '#scenes/move.ts';
import { SceneView } from '#scenes/scene-view.tsx';
import { SceneBar } from '#scenes/scene-bar.tsx';
import { useNarrow } from '#scenes/surroundings.ts';
import { Inspector } from './inspector.tsx';
import { stages, type Model, type Stage } from './model.ts';
import { layOut, scalesOf } from './scene.ts';
import type { Key } from './strings.ts';
import { changeText, columnName, elementText, rowName } from './words.ts';

/** Images, filters and their maps as blocks that can be turned, or laid flat. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { lit } = useWidget();
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root);
  const layout = useComputed(() => layOut(model, t, { lit: lit.value, narrow: narrow.value }));
  const { view, yaw, pitch, zoom } = model.state.params.value;
  const { stage, index } = model.current.value;
  return (
    <div ref={root} class="minibatch-conv">
      <SceneBar />
      <SceneView
        content={layout.value.content}
        camera={{ yaw, pitch, zoom }}
        onCamera={(turned) => model.state.show(turned)}
        ratio={narrow.value ? 0.75 : 0.46}
        selected={layout.value.pickedOf(model.current.value)}
        onPoint={(picked) => {
          model.pointed.value = picked && layout.value.elementOf(picked);
          lit.value = model.pointed.value?.stage;
        }}
        onChoose={(picked) => {
          model.choose(layout.value.elementOf(picked));
        }}
        onMove={(move) => {
          const { shape } = model.tensors.value[stage];
          model.pointed.value = undefined;
          model.choose({ stage, index: moveInStack(index, shape, move) });
        }}
        label={t('sceneLabel')}
        spoken={elementText(t, model.current.value, model.value.value)}
        flat={view === 'flat'}
      >
        <Flat model={model} t={t} />
      </SceneView>
      <Inspector model={model} t={t} scales={scalesOf(model.tensors.value)} />
      <p class="here">{elementText(t, model.current.value, model.value.value)}</p>
      {model.change.value && <p class="change">{changeText(t, model)}</p>}
    </div>
  );
}

/** The same tensors as rows and columns of maps. */
function Flat({ model, t }: ViewProps<Model, Key>) {
  const tensors = model.tensors.value;
  const shown = stages.filter((stage) => tensors[stage].shape.length === 4);
  return (
    <div class="flat">
      {shown.map((stage) => (
        <FlatStage key={stage} stage={stage} model={model} t={t} />
      ))}
    </div>
  );
}

type FlatStageProps = ViewProps<Model, Key> & { readonly stage: Stage };

function FlatStage({ stage, model, t }: FlatStageProps) {
  const { k } = useWidget();
  const { current } = model;
  const tensors = model.tensors.value;
  const array = tensors[stage];
  const hueOf = (wanted: Stage) => (place: number) => (stage === wanted ? place : undefined);
  return (
    <section {...usePart(stage)}>
      <p class="panel-title">
        <b>{t(stage)}</b> <small>[{array.shape.join(', ')}]</small>
      </p>
      <TensorPanels
        array={array}
        scaleOf={() => scalesOf(tensors)[stage]}
        mapName={(n, c) =>
          t('mapOf', {
            tensor: t(stage),
            row: rowName(t, stage, n),
            column: columnName(t, stage, c),
          })
        }
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        rowName={(n) => rowName(t, stage, n)}
        columnName={(c) => columnName(t, stage, c)}
        rowHue={hueOf('weight')}
        columnHue={hueOf('output')}
        faded={(n, c) =>
          stage === 'output' && n * tensors.output.shape[1] + c >= model.threads.value
        }
        current={current.value.stage === stage ? current.value.index : undefined}
        onPoint={(index: TensorIndex | undefined) => {
          model.pointed.value = index && { stage, index };
        }}
        onChoose={(index) => {
          model.choose({ stage, index });
        }}
      />
    </section>
  );
}
