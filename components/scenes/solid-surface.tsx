import { cornersOf } from './block.ts';
import type { SolidProps } from './late-scene.tsx';
import { Picture } from './picture.tsx';
import { box, spotSeen } from './surface.ts';
import { SurfaceMesh } from './surface-mesh.ts';
import { SurfaceOverlay } from './surface-overlay.tsx';
import type { SurfaceProps } from './surface-view.tsx';

/** A surface with its axes and what goes over it. */
export function SolidSurface({
  selected,
  onPoint,
  onChoose,
  ...picture
}: SurfaceProps & SolidProps) {
  const { content } = picture;
  return (
    <Picture
      {...picture}
      makeBody={() => new SurfaceMesh()}
      fill={(mesh, palette) => mesh.fill(content, palette)}
      points={cornersOf(box)}
      onPointAt={(point, projection) => onPoint(point && spotSeen(content, projection, point))}
      onChooseAt={(point, projection) => {
        const spot = spotSeen(content, projection, point);
        if (spot) onChoose(spot);
      }}
    >
      {(projection) => (
        <SurfaceOverlay content={content} projection={projection} selected={selected} />
      )}
    </Picture>
  );
}
