import { LateScene, type LateSceneProps } from './late-scene.tsx';
import { loadSolidSurface } from './late-view.ts';
import type { PictureProps } from './picture.tsx';
import type { Spot, SurfaceContent } from './surface.ts';

export type SurfaceProps = PictureProps & {
  readonly content: SurfaceContent;
  readonly selected: Spot | undefined;
  readonly onPoint: (spot: Spot | undefined) => void;
  readonly onChoose: (spot: Spot) => void;
};

/** A surface in a 3-D figure; its flat view shows the same heights as a map. */
export function SurfaceView({ flat, children, ...view }: SurfaceProps & LateSceneProps) {
  return (
    <LateScene kind="surface" load={loadSolidSurface} view={view} flat={flat}>
      {children}
    </LateScene>
  );
}
