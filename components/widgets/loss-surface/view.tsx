import { useComputed } from '@preact/signals';
import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { latePart } from '#kit/late-part.tsx';
import { usePart } from '#kit/part.ts';
import { SceneBar } from '#scenes/scene-bar.tsx';
import { SurfaceView } from '#scenes/surface-view.tsx';
import type { Move } from '#scenes/picture.tsx';
import { Losses } from './charts.tsx';
import type { Model, Run } from './model.ts';
import { Numbers } from './numbers.tsx';
import { Ramp } from './ramp.tsx';
import { sceneOf } from './scene.ts';
import type { Key } from './strings.ts';
import { limitTexts, outcomeOf, spotTextOf } from './words.ts';

const loadFlat = async () => (await import('./flat.tsx')).Flat;

const Flat = latePart(import.meta.env.SSR ? await loadFlat() : undefined, loadFlat);

/** The loss around the paths of networks, each in its own plane, and what those planes cannot show. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="loss-surface">
      <SceneBar />
      <div class="surfaces">
        {model.runs.value.map((run) => (
          <Surface key={run.treatment} model={model} t={t} run={run} />
        ))}
      </div>
      <Ramp model={model} t={t} />
      <div class="details">
        <Losses model={model} t={t} />
        <Numbers model={model} t={t} />
      </div>
      <section class="limits" {...usePart('limits')}>
        <PanelTitle name={t('limits')} />
        <ul>
          {limitTexts(model, t).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Surface({ model, t, run }: ViewProps<Model, Key> & { readonly run: Run }) {
  const { view, yaw, pitch, zoom } = model.state.params.value;
  const content = useComputed(() => {
    const shown = model.runs.value.find(({ treatment }) => treatment === run.treatment) ?? run;
    return sceneOf(model, shown, t);
  });
  return (
    <section class={`treatment-${run.treatment}`} {...usePart(run.treatment)}>
      <PanelTitle name={t(run.treatment)} note={outcomeOf(run, t)} />
      <SurfaceView
        content={content.value}
        camera={{ yaw, pitch, zoom }}
        onCamera={(turned) => model.state.show(turned)}
        ratio={0.76}
        selected={model.spot.value}
        onPoint={(spot) => {
          model.pointed.value = spot;
        }}
        onChoose={model.choose}
        onMove={(move) => {
          const { row, column } = model.spot.value;
          const [down, right] = ways[move];
          model.choose({ row: row + down, column: column + right });
        }}
        label={t('sceneLabel', { treatment: t(run.treatment) })}
        spoken={spotTextOf(model, run, t)}
        flat={view === 'flat'}
      >
        <Flat model={model} t={t} run={run} />
      </SurfaceView>
    </section>
  );
}

const FAR = 5;

const ways: Readonly<Record<Move, readonly [down: number, right: number]>> = {
  left: [0, -1],
  right: [0, 1],
  up: [-1, 0],
  down: [1, 0],
  next: [FAR, 0],
  previous: [-FAR, 0],
  nextGroup: [0, FAR],
  previousGroup: [0, -FAR],
};
