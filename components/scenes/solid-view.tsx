import { cornersOf, highOf, type Vec3 } from './block.ts';
import { BlockMesh } from './block-mesh.ts';
import { cellColours } from './cell-colours.ts';
import type { SolidProps } from './late-scene.tsx';
import { Overlay } from './overlay.tsx';
import { pick } from './pick.ts';
import { Picture } from './picture.tsx';
import type { SceneContent } from './scene.ts';
import type { BlocksProps } from './scene-view.tsx';

/** Blocks of cells, with words over them. */
export function SolidView({ selected, onPoint, onChoose, ...picture }: BlocksProps & SolidProps) {
  const { content } = picture;
  return (
    <Picture
      {...picture}
      makeBody={() => new BlockMesh()}
      fill={(mesh, palette) => {
        mesh.setBlocks(content.blocks, palette);
        mesh.setColours(cellColours(content, palette));
      }}
      points={pointsOf(content)}
      onPointAt={(point, projection) => onPoint(point && pick(content.blocks, projection, point))}
      onChooseAt={(point, projection) => {
        const picked = pick(content.blocks, projection, point);
        if (picked) onChoose(picked);
      }}
    >
      {(projection) => <Overlay content={content} projection={projection} selected={selected} />}
    </Picture>
  );
}

/** All that must be in the picture. */
function pointsOf({ blocks, labels, room = [] }: SceneContent): Vec3[] {
  const corners = blocks.flatMap((block) => cornersOf({ low: block.low, high: highOf(block) }));
  return [...corners, ...room.flatMap(cornersOf), ...labels.map(({ at }) => at)];
}
