import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { moveInStack } from '#scenes/move.ts';
import { SceneBar } from '#scenes/scene-bar.tsx';
import { SceneView } from '#scenes/scene-view.tsx';
import { useNarrow } from '#scenes/surroundings.ts';
import { Flat } from './flat.tsx';
import { Lines } from './lines.tsx';
import { Maps } from './maps.tsx';
import type { Model } from './model.ts';
import { layOut, scalesOf } from './scene.ts';
import { Statistics } from './statistics.tsx';
import type { Key } from './strings.ts';
import { countText, elementText, learnedText, stepText } from './words.ts';

/** Parts of the text and the formula that mean what shares statistics. */
const setParts = ['set', 'mean', 'deviation'];

/** A mini-batch whose channels are normalized one after another, and the lines that each goes through. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { lit } = useWidget();
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root);
  const scales = useComputed(() => scalesOf(model, false));
  const bare = useComputed(() => scalesOf(model, true));
  const facing = useComputed(() => model.state.params.value.yaw);
  const layout = useComputed(() =>
    layOut(model, t, {
      scales: bare.value,
      setIsLit: setParts.includes(lit.value ?? ''),
      yaw: facing.value,
      narrow: narrow.value,
    }),
  );
  const { view, yaw, pitch, zoom } = model.state.params.value;
  return (
    <div ref={root} class="bn-tensor">
      <p class="count">
        <b>{countText(t, model)}</b> {learnedText(t, model)}
      </p>
      <SceneBar />
      <SceneView
        content={layout.value.content}
        camera={{ yaw, pitch, zoom }}
        onCamera={(turned) => model.state.show(turned)}
        ratio={narrow.value ? 0.8 : 0.42}
        selected={layout.value.pickedOf(model.current.value)}
        onPoint={(picked) => {
          model.pointed.value = picked && layout.value.indexOf(picked);
          lit.value = picked && 'set';
        }}
        onChoose={(picked) => {
          model.choose(layout.value.indexOf(picked));
        }}
        onMove={(move) => {
          model.choose(moveInStack(model.current.value, model.tensors.value.x.shape, move));
        }}
        label={t('sceneLabel')}
        spoken={elementText(t, model)}
        flat={view === 'flat'}
      >
        <Flat model={model} t={t} scales={scales.value} />
      </SceneView>
      <p class="step" aria-live="polite">
        {stepText(t, model)}
      </p>
      <div class="details">
        <Lines model={model} t={t} />
        <div class="tensors">
          <Maps model={model} t={t} scales={scales.value} />
          <Statistics model={model} t={t} />
        </div>
      </div>
    </div>
  );
}
