import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { latePart } from '#kit/late-part.tsx';
import { moveInStack } from '#scenes/move.ts';
import { SceneBar } from '#scenes/scene-bar.tsx';
import { SceneView } from '#scenes/scene-view.tsx';
import { useNarrow } from '#scenes/surroundings.ts';
import { Inspector } from './inspector.tsx';
import type { Model } from './model.ts';
import { NormBar } from './norm-bar.tsx';
import { layOut, scalesOf } from './scene.ts';
import type { Key } from './strings.ts';
import { affineText, countText, differenceTexts, elementText } from './words.ts';

const loadExplanation = async () => (await import('./explanation.tsx')).Explanation;

const Explanation = latePart(
  import.meta.env.SSR ? await loadExplanation() : undefined,
  loadExplanation,
);

const loadFlat = async () => (await import('./flat.tsx')).Flat;

const Flat = latePart(import.meta.env.SSR ? await loadFlat() : undefined, loadFlat);

/** Parts of the text and the formula that mean what shares statistics. */
const setParts = ['set', 'mean', 'deviation'];

/** One tensor, what of it shares a mean and a deviation, and what becomes of it. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { lit } = useWidget();
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root);
  const scales = useComputed(() => scalesOf(model));
  const facing = useComputed(() => model.state.params.value.yaw);
  const layout = useComputed(() =>
    layOut(model, t, {
      scales: scales.value,
      setIsLit: setParts.includes(lit.value ?? ''),
      yaw: facing.value,
      narrow: narrow.value,
    }),
  );
  const { view, yaw, pitch, zoom } = model.state.params.value;
  const spoken = elementText(t, model);
  return (
    <div ref={root} class="norm-cubes">
      <NormBar model={model} t={t} />
      <p class="count">
        <b>{countText(t, model)}</b> {affineText(t, model)}
      </p>
      <SceneBar />
      <SceneView
        content={layout.value.content}
        camera={{ yaw, pitch, zoom }}
        onCamera={(turned) => model.state.show(turned)}
        ratio={narrow.value ? 0.8 : 0.5}
        selected={layout.value.pickedOf(model.current.value)}
        onPoint={(picked) => {
          model.pointed.value = picked && layout.value.elementOf(picked);
          lit.value = picked && 'set';
        }}
        onChoose={(picked) => {
          model.choose(layout.value.elementOf(picked));
        }}
        onMove={(move) => {
          const { stage, index } = model.current.value;
          model.choose({ stage, index: moveInStack(index, model.tensors.value.x.shape, move) });
        }}
        label={t('sceneLabel')}
        spoken={spoken}
        flat={view === 'flat'}
      >
        <Flat model={model} t={t} scales={scales.value} />
      </SceneView>
      <p class="here">{spoken}</p>
      <div class="details">
        <Explanation model={model} t={t} />
        <Inspector model={model} t={t} scales={scales.value} />
      </div>
      <ul class="differences">
        {differenceTexts(t, model).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
