import './scenes.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { posing } from '#kit/on-stage.ts';
import { useNear, usePrinting } from './surroundings.ts';

/** What a 3-D view is told by whoever has loaded it. */
export type SolidProps = {
  /** Whether the stage is to draw it. A picture that was drawn stays while the stage serves others. */
  readonly wanted: boolean;
  /** Whether it is to be seen. */
  readonly shown: boolean;
  /** Told after every attempt to draw; false where it is impossible. */
  readonly onDrawn: (drawn: boolean) => void;
};

export type LateSceneProps = {
  /** Whether the reader wants the flat view. */
  readonly flat: boolean;
  /** The same figure laid flat: what stands here without WebGL, without scripts and in print. */
  readonly children: ComponentChildren;
};

/** A 3-D figure, the code of which comes when it is near; its flat view stands in for it until then, and elsewhere. */
export function LateScene<P extends object>({
  kind,
  load,
  view,
  flat,
  children,
}: LateSceneProps & {
  readonly kind: 'blocks' | 'surface';
  readonly load: () => Promise<ComponentType<P & SolidProps>>;
  readonly view: P;
}) {
  const root = useRef<HTMLDivElement>(null);
  const loaded = useSignal<{ readonly View: ComponentType<P & SolidProps> } | undefined>(undefined);
  const drawn = useSignal(false);
  const impossible = useSignal(false);
  const near = useNear(root);
  const printing = usePrinting();
  const solid = !flat && !impossible.value && !printing.value && drawn.value;
  const wanted = (near.value || posing.value) && !impossible.value && !flat;

  useEffect(() => {
    if (!wanted || loaded.value) return;
    void load()
      .then((View) => {
        loaded.value = { View };
      })
      .catch(() => {
        impossible.value = true;
      });
  }, [wanted]);

  const View = loaded.value?.View;
  return (
    <div
      ref={root}
      class={`scene ${kind}`}
      data-solid={solid ? '' : undefined}
      aria-busy={wanted && !solid && !printing.value}
    >
      {View && (
        <View
          {...view}
          wanted={wanted}
          shown={solid}
          onDrawn={(success) => {
            drawn.value = success;
            impossible.value = !success;
          }}
        />
      )}
      {!solid && <div class="scene-flat">{children}</div>}
    </div>
  );
}
