import type { Vec3 } from './block.ts';
import { outermostEdge } from './overlay.tsx';
import { project, type Point, type Projection } from './projection.ts';
import {
  box,
  inBox,
  isHidden,
  spotAt,
  type Spot,
  type SurfaceAxis,
  type SurfaceContent,
  type SurfaceTrail,
} from './surface.ts';

export type SurfaceOverlayProps = {
  readonly content: SurfaceContent;
  readonly projection: Projection;
  readonly selected: Spot | undefined;
};

/** Axes of a surface, the way over it and the selected place, over a 3-D picture: always sharp. */
export function SurfaceOverlay({ content, projection, selected }: SurfaceOverlayProps) {
  const { width, height } = projection.size;
  return (
    <svg class="scene-overlay" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {(['x', 'z', 'y'] as const).map((along) => (
        <Scale key={along} along={along} axis={content.axes[along]} projection={projection} />
      ))}
      {selected && <Selected content={content} projection={projection} spot={selected} />}
      {content.trail && <Trail content={content} trail={content.trail} projection={projection} />}
    </svg>
  );
}

/** Pixels from an axis to its numbers, and to its name. */
const TO_NUMBER = 12;
const TO_NAME = 34;

/** An axis at whichever edge of the box is outermost, with its numbers and its name. */
function Scale({
  along,
  axis: { label, ticks },
  projection,
}: {
  readonly along: 'x' | 'y' | 'z';
  readonly axis: SurfaceAxis;
  readonly projection: Projection;
}) {
  const { from, to, away } = outermostEdge({ ...box, along }, projection);
  if (Math.hypot(to.x - from.x, to.y - from.y) < 24) return null;
  const at = (part: number, distance: number): Point => ({
    x: from.x + (to.x - from.x) * part + away.x * distance,
    y: from.y + (to.y - from.y) * part + away.y * distance + 4,
  });
  const anchor = Math.abs(away.x) < 0.35 ? 'middle' : away.x < 0 ? 'end' : 'start';
  const name = along === 'y' ? { ...at(1, 0), y: at(1, 0).y - 14 } : at(0.5, TO_NAME);
  return (
    <g class="axis">
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      {ticks.map(({ at: part, text }) => (
        <text key={text} {...at(part, TO_NUMBER)} text-anchor={anchor}>
          {text}
        </text>
      ))}
      <text class="name" {...name} text-anchor={along === 'y' ? 'middle' : anchor}>
        {label}
      </text>
    </g>
  );
}

function Selected({
  content,
  projection,
  spot,
}: Omit<SurfaceOverlayProps, 'selected'> & { readonly spot: Spot }) {
  const at = spotAt(content, spot);
  if (at.some(Number.isNaN)) return null;
  const { x, y } = project(projection, at);
  const foot = project(projection, [at[0], 0, at[2]]);
  const behind = isHidden(content, at, projection) ? 'behind' : '';
  return (
    <g class={`spot ${behind}`}>
      <path d={`M${foot.x} ${foot.y}L${x} ${y}`} />
      <circle class="under" cx={x} cy={y} r={4.5} />
      <circle cx={x} cy={y} r={4.5} />
    </g>
  );
}

/** The way: what has been gone strong, what is behind the surface dashed, and where one is, with the way down to the surface. */
function Trail({
  content,
  trail: { points, at, ground },
  projection,
}: Omit<SurfaceOverlayProps, 'selected'> & { readonly trail: SurfaceTrail }) {
  const places = points.map(inBox);
  const seen = places.map((place) => project(projection, place));
  const pieces = { gone: '', 'gone behind': '', ahead: '', 'ahead behind': '' };
  for (let index = 1; index < seen.length; index++) {
    const [a, b] = [seen[index - 1], seen[index]];
    // What leaves the box is not drawn.
    if (!isPlaced(a) || !isPlaced(b)) continue;
    const middle = places[index].map((part, axis) => (part + places[index - 1][axis]) / 2);
    const behind = isHidden(content, middle as unknown as Vec3, projection) ? ' behind' : '';
    const kind = `${index <= at ? 'gone' : 'ahead'}${behind}` as keyof typeof pieces;
    const start = `${a.x.toFixed(1)} ${a.y.toFixed(1)}`;
    const end = `${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
    // One line as far as it is of one kind, so that its dashes are even.
    pieces[kind] += pieces[kind].endsWith(start) ? `L${end}` : `M${start}L${end}`;
  }
  const here = seen[at];
  const [x, , z] = points[at];
  const foot = project(projection, inBox([x, Math.min(ground, 1), z]));
  const drop = `M${here.x} ${here.y}L${foot.x} ${foot.y}`;
  return (
    <g class="trail">
      {Object.entries(pieces).map(([kind, path]) => (
        <g key={kind} class={kind}>
          <path class="under" d={path} />
          <path class="over" d={path} />
        </g>
      ))}
      {isPlaced(foot) && isPlaced(here) && (
        <g class="drop">
          <path class="under" d={drop} />
          <path class="over" d={drop} />
          <circle cx={foot.x} cy={foot.y} r={3} />
        </g>
      )}
      {isPlaced(here) && <circle class="ball" cx={here.x} cy={here.y} r={5.5} />}
    </g>
  );
}

const isPlaced = ({ x, y }: Point): boolean => Number.isFinite(x + y);
