import { LateScene, type LateSceneProps } from './late-scene.tsx';
import { loadSolidView } from './late-view.ts';
import type { Picked } from './pick.ts';
import type { PictureProps } from './picture.tsx';
import type { SceneContent } from './scene.ts';

export type BlocksProps = PictureProps & {
  readonly content: SceneContent;
  readonly selected: Picked | undefined;
  readonly onPoint: (picked: Picked | undefined) => void;
  readonly onChoose: (picked: Picked) => void;
};

/** Blocks of cells in a 3-D figure; its flat view shows the same tensors as panels. */
export function SceneView({ flat, children, ...view }: BlocksProps & LateSceneProps) {
  return (
    <LateScene kind="blocks" load={loadSolidView} view={view} flat={flat}>
      {children}
    </LateScene>
  );
}
