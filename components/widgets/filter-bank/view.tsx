import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { moveInStack } from '#scenes/move.ts';
import { SceneBar } from '#scenes/scene-bar.tsx';
import { SceneView } from '#scenes/scene-view.tsx';
import { useNarrow } from '#scenes/surroundings.ts';
import { Chosen } from './chosen.tsx';
import { Flat } from './flat.tsx';
import type { Model } from './model.ts';
import { Parameters } from './parameters.tsx';
import { layOut, scalesOf } from './scene.ts';
import type { Key } from './strings.ts';
import { partOf } from './use-part.ts';
import { elementText } from './words.ts';

/** One image, a bank of filters and their maps; the chosen filter, slice by slice; what all this costs. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const { lit } = useWidget();
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(root);
  const scales = useComputed(() => scalesOf(model.tensors.value));
  const look = useComputed(() => ({
    scales: scales.value,
    lit: lit.value === model.touched.value ? undefined : lit.value,
    narrow: narrow.value,
  }));
  const layout = useComputed(() => layOut(model, t, look.value));
  const { view, yaw, pitch, zoom } = model.state.params.value;
  const spoken = elementText(t, model);
  return (
    <div ref={root} class="filter-bank">
      <SceneBar />
      <SceneView
        content={layout.value.content}
        camera={{ yaw, pitch, zoom }}
        onCamera={(turned) => model.state.show(turned)}
        ratio={look.value.narrow ? 0.6 : 0.44}
        selected={layout.value.pickedOf(model.current.value)}
        onPoint={(picked) => {
          const element = picked && layout.value.elementOf(picked);
          model.pointed.value = element;
          model.touched.value = element && partOf[element.stage];
          lit.value = model.touched.value;
        }}
        onChoose={(picked) => {
          model.choose(layout.value.elementOf(picked));
        }}
        onMove={(move) => {
          const { stage, index } = model.current.value;
          const { shape } = model.tensors.value[stage];
          model.pointed.value = undefined;
          model.choose({ stage, index: moveInStack(index, shape, move) });
        }}
        label={t('sceneLabel')}
        spoken={spoken}
        flat={view === 'flat'}
      >
        <Flat model={model} t={t} scales={scales.value} />
      </SceneView>
      <Parameters model={model} t={t} />
      <Chosen model={model} t={t} scales={scales.value} />
      <p class="here">{spoken}</p>
    </div>
  );
}
