import { cellBounds, cornersOf, type Block, type Bounds, type Vec3 } from './block.ts';
import { hueClass, Labels } from './labels.tsx';
import { pick, type Picked } from './pick.ts';
import { dot, project, type Point, type Projection } from './projection.ts';
import type { SceneAxis, SceneContent } from './scene.ts';

export type OverlayProps = {
  readonly content: SceneContent;
  readonly projection: Projection;
  readonly selected: Picked | undefined;
};

/** Words, axes, threads and the frame of the selected cell, over a 3-D picture: always level, always sharp. */
export function Overlay({ content, projection, selected }: OverlayProps) {
  const { width, height } = projection.size;
  const place = (point: Vec3): Point => project(projection, point);
  return (
    <svg class="scene-overlay" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {content.threads?.map(({ from, to, hue, faint }, index) => (
        <path
          key={index}
          class={`thread ${hueClass(hue)}${faint ? ' faint' : ''}`}
          d={threadPath(place(from), place(to))}
        />
      ))}
      {content.axes.map((axis, index) => (
        <Axis key={index} axis={axis} projection={projection} />
      ))}
      <Labels labels={content.labels} projection={projection} />
      {selected && (
        <CellFrame
          block={content.blocks[selected.block]}
          cell={selected.cell}
          behind={isBehind(content.blocks, selected, projection)}
          projection={projection}
        />
      )}
    </svg>
  );
}

/** Leaves and arrives level, so that threads to stacked maps fan out. */
function threadPath(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

const GAP = 9;

function Axis({ axis, projection }: { readonly axis: SceneAxis; readonly projection: Projection }) {
  const { from, to, away } = outermostEdge(axis, projection);
  // Seen end on, an axis has nothing to say.
  if (Math.hypot(to.x - from.x, to.y - from.y) < 8) return null;
  const shifted = (point: Point): Point => ({
    x: point.x + away.x * GAP,
    y: point.y + away.y * GAP,
  });
  const [a, b] = [shifted(from), shifted(to)];
  const anchor = Math.abs(away.x) < 0.35 ? 'middle' : away.x < 0 ? 'end' : 'start';
  const text = { x: (a.x + b.x) / 2 + away.x * 7, y: (a.y + b.y) / 2 + away.y * 12 + 4 };
  return (
    <g class="axis">
      <path d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      <text x={text.x} y={text.y} text-anchor={anchor}>
        {axis.text}
      </text>
    </g>
  );
}

const axes = { x: 0, y: 1, z: 2 } as const;

function middleOf({ low, high }: Bounds): Vec3 {
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
}

type Edge = {
  readonly from: Point;
  readonly to: Point;
  /** Of length 1 across the edge, out of the box. */
  readonly away: Point;
};

/** Of the four edges along an axis, the one that lies farthest out: below, or else to the left. */
export function outermostEdge(
  { low, high, along }: Omit<SceneAxis, 'text'>,
  projection: Projection,
): Edge {
  const axis = axes[along];
  const starts = cornersOf({ low, high }).filter((corner) => corner[axis] === low[axis]);
  const edges = starts.map((start): readonly [Vec3, Vec3] => {
    const end: [number, number, number] = [...start];
    end[axis] = high[axis];
    return [start, end];
  });
  const outwards = ([start, end]: readonly [Vec3, Vec3]): number => {
    const [a, b] = [project(projection, start), project(projection, end)];
    return along === 'y' ? -(a.x + b.x) : a.y + b.y + 0.01 * (a.x + b.x);
  };
  const best = edges.reduce((a, b) => (outwards(b) > outwards(a) ? b : a));
  const [from, to] = [project(projection, best[0]), project(projection, best[1])];
  const centre = project(projection, middleOf({ low, high }));
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const out =
    across.x * ((from.x + to.x) / 2 - centre.x) + across.y * ((from.y + to.y) / 2 - centre.y);
  return { from, to, away: out < 0 ? { x: -across.x, y: -across.y } : across };
}

/** Whether other blocks hide the front of a cell. */
function isBehind(blocks: readonly Block[], { block, cell }: Picked, view: Projection): boolean {
  const { low, high } = cellBounds(blocks[block], cell);
  const front: Vec3 = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, high[2]];
  const seen = pick(blocks, view, project(view, front));
  return seen !== undefined && seen.block !== block;
}

type CellFrameProps = {
  readonly block: Block;
  readonly cell: Vec3;
  readonly behind: boolean;
  readonly projection: Projection;
};

/** The three faces of a cell that can be seen. */
function CellFrame({ block, cell, behind, projection }: CellFrameProps) {
  const faces = visibleFaces(cellBounds(block, cell), projection).map((face) =>
    face.map((corner) => {
      const { x, y } = project(projection, corner);
      return `${x} ${y}`;
    }),
  );
  return (
    <g class={`mark cell ${behind ? 'behind' : ''}`}>
      {['under', 'over'].map((kind) => (
        <path key={kind} class={kind} d={faces.map((face) => `M${face.join('L')}Z`).join('')} />
      ))}
    </g>
  );
}

function visibleFaces(bounds: Bounds, { eye }: Projection): Vec3[][] {
  const { low, high } = bounds;
  const sides: readonly Vec3[] = [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ];
  return sides
    .filter((side) => dot(side, eye) > 1e-6)
    .map((side) => {
      const axis = side.findIndex((part) => part !== 0);
      const [first, second] = [0, 1, 2].filter((other) => other !== axis);
      const at = side[axis] > 0 ? high[axis] : low[axis];
      const corner = (a: number, b: number): Vec3 => {
        const point: [number, number, number] = [0, 0, 0];
        point[axis] = at;
        point[first] = a;
        point[second] = b;
        return point;
      };
      return [
        corner(low[first], low[second]),
        corner(high[first], low[second]),
        corner(high[first], high[second]),
        corner(low[first], high[second]),
      ];
    });
}
