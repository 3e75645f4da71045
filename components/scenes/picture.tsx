import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Vec3 } from './block.ts';
import type { SolidProps } from './late-scene.tsx';
import { enlargement } from '#kit/on-stage.ts';
import { readPalette, type Palette } from './palette.ts';
import { projectionOf, type Camera, type Point, type Projection, type Size } from './projection.ts';
import { stage, type Body, type StageView } from './stage.ts';
import { useSharpness, useSize, useTheme } from './surroundings.ts';
import { useTurning } from './use-turning.ts';

export type Move =
  'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'nextGroup' | 'previousGroup';

/** What every 3-D figure is told, whatever it shows. */
export type PictureProps = {
  readonly camera: Camera;
  readonly onCamera: (camera: Camera) => void;
  /** Height of the picture as a part of its width. */
  readonly ratio: number;
  /** A key that leads to another cell, block or group of blocks. */
  readonly onMove: (move: Move) => void;
  /** What the figure is, and how keys move in it, for screen readers. */
  readonly label: string;
  /** What the selected cell holds, read out when it changes. */
  readonly spoken: string;
};

type Props<B extends Body> = PictureProps &
  SolidProps & {
    readonly makeBody: () => B;
    /** Gives the body what it shows; called again where `content` or the theme is another. */
    readonly fill: (body: B, palette: Palette) => void;
    readonly content: unknown;
    /** All that must be in the picture. */
    readonly points: readonly Vec3[];
    readonly onPointAt: (point: Point | undefined, projection: Projection) => void;
    readonly onChooseAt: (point: Point, projection: Projection) => void;
    /** What lies over the picture. */
    readonly children: (projection: Projection) => ComponentChildren;
  };

/** Room for words at the sides of a picture; a small one has less to spare. */
function marginOf(width: number): Size {
  return { width: Math.min(56, 0.06 * width), height: Math.min(34, 16 + 0.02 * width) };
}

/** A picture that the page's one stage draws, turned and pointed at, with something over it. */
export function Picture<B extends Body>(props: Props<B>) {
  const { content, camera, wanted } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const mounted = useSignal<{ readonly body: B; readonly view: StageView } | undefined>(undefined);
  const theme = useTheme();
  const root = useRef<HTMLDivElement>(null);
  const { value: size } = useSize(root);
  const projection = projectionOf(camera, props.points, size, marginOf(size.width));
  const turning = useTurning(camera, props.onCamera);
  const sharpness = useSharpness(canvas);

  useEffect(() => {
    if (!wanted || !canvas.current) return;
    const body = props.makeBody();
    mounted.value = { body, view: stage.mount(canvas.current, body) };
    return () => {
      mounted.peek()?.view.release();
      mounted.value = undefined;
    };
  }, [wanted]);

  useLayoutEffect(() => {
    if (!mounted.value || !root.current) return;
    props.fill(mounted.value.body, readPalette(root.current));
  }, [mounted.value, content, theme.value]);

  useLayoutEffect(() => {
    if (!mounted.value || size.width === 0) return;
    const ratio = sharpness.value ?? Math.min(devicePixelRatio, 2) * enlargement.value;
    props.onDrawn(mounted.value.view.draw(projection, ratio));
  }, [
    mounted.value,
    content,
    theme.value,
    camera,
    size.width,
    size.height,
    sharpness.value,
    enlargement.value,
  ]);

  const pointOf = (event: PointerEvent): Point => ({ x: event.offsetX, y: event.offsetY });

  function handleKey(event: KeyboardEvent): void {
    if (turning.handleKey(event)) return;
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    props.onMove(move);
  }

  return (
    <div
      ref={root}
      class="scene-picture"
      hidden={!props.shown}
      style={`aspect-ratio:${1 / props.ratio}`}
    >
      <canvas
        ref={canvas}
        tabindex={0}
        role="application"
        aria-label={props.label}
        onKeyDown={handleKey}
        onWheel={turning.handleWheel}
        onPointerDown={turning.handleDown}
        onPointerMove={(event) => {
          if (!turning.handleMove(event)) props.onPointAt(pointOf(event), projection);
        }}
        onPointerUp={(event) => {
          if (!turning.handleUp()) props.onChooseAt(pointOf(event), projection);
        }}
        onPointerCancel={turning.handleUp}
        onPointerLeave={() => props.onPointAt(undefined, projection)}
      />
      {props.children(projection)}
      <p class="visually-hidden" aria-live="polite">
        {props.spoken}
      </p>
    </div>
  );
}

function moveOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): Move | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const moves: Readonly<Record<string, Move>> = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
    PageDown: shiftKey ? 'nextGroup' : 'next',
    PageUp: shiftKey ? 'previousGroup' : 'previous',
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}
