import './scenes.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loadSolidView } from './late-view.ts';
import type { Picked } from './pick.ts';
import type { Camera } from './projection.ts';
import type { SceneContent } from './scene.ts';
import type { SolidView } from './solid-view.tsx';
import { useNear, usePrinting } from './surroundings.ts';

export type Move =
  'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'nextGroup' | 'previousGroup';

export type SceneViewProps = {
  readonly content: SceneContent;
  readonly camera: Camera;
  readonly onCamera: (camera: Camera) => void;
  /** Height of the picture as a part of its width. */
  readonly ratio: number;
  readonly selected: Picked | undefined;
  readonly onPoint: (picked: Picked | undefined) => void;
  readonly onChoose: (picked: Picked) => void;
  /** A key that leads to another cell, block or group of blocks. */
  readonly onMove: (move: Move) => void;
  /** What the figure is, and how keys move in it, for screen readers. */
  readonly label: string;
  /** What the selected cell holds, read out when it changes. */
  readonly spoken: string;
  /** Whether the reader wants the flat view. */
  readonly flat: boolean;
  /** The same tensors as panels: what stands here without WebGL, without scripts and in print. */
  readonly children: ComponentChildren;
};

/** A 3-D figure, the code of which comes when it is near; its flat view stands in for it until then, and elsewhere. */
export function SceneView({ children, flat, ...props }: SceneViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const loaded = useSignal<{ readonly View: typeof SolidView } | undefined>(undefined);
  const drawn = useSignal(false);
  const impossible = useSignal(false);
  const near = useNear(root);
  const printing = usePrinting();
  const solid = !flat && !impossible.value && !printing.value && drawn.value;
  const wanted = near.value && !impossible.value && !flat;

  useEffect(() => {
    if (!wanted || loaded.value) return;
    void loadSolidView()
      .then((View) => {
        loaded.value = { View };
      })
      .catch(() => {
        impossible.value = true;
      });
  }, [wanted]);

  const View = loaded.value?.View;
  return (
    <div ref={root} class="scene" data-solid={solid ? '' : undefined}>
      {View && (
        <View
          {...props}
          frame={root}
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
