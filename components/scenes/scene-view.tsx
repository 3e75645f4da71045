import './scenes.css';
import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cornersOf, highOf, type Vec3 } from './block.ts';
import { cellColours } from './cell-colours.ts';
import { loadStage } from './late-stage.ts';
import { Overlay } from './overlay.tsx';
import { readPalette } from './palette.ts';
import { pick, type Picked } from './pick.ts';
import { projectionOf, type Camera, type Size } from './projection.ts';
import type { SceneContent } from './scene.ts';
import type { StageView } from './stage.ts';
import { useMostHeight, useNear, usePrinting, useSize, useTheme } from './surroundings.ts';
import { useTurning } from './use-turning.ts';

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

/** Room for words at the sides of a picture; a small one has less to spare. */
function marginOf(width: number): Size {
  return { width: Math.min(56, 0.06 * width), height: Math.min(34, 16 + 0.02 * width) };
}

/** A 3-D figure, drawn by the page's one stage while it is near; its flat view stands in for it elsewhere. */
export function SceneView(props: SceneViewProps) {
  const { content, camera, selected, flat } = props;
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useSignal<StageView | undefined>(undefined);
  /** Whether the canvas holds a picture. It stays there while the stage serves other figures. */
  const drawn = useSignal(false);
  const impossible = useSignal(false);
  const near = useNear(root);
  const printing = usePrinting();
  const width = useSize(root);
  const theme = useTheme();
  const most = useMostHeight();
  const height = Math.round(Math.min(width.value * props.ratio, most.value));
  const size: Size = { width: width.value, height };
  const solid = !flat && !impossible.value && !printing.value && drawn.value;
  const projection = projectionOf(camera, pointsOf(content), size, marginOf(size.width));
  const wanted = useComputed(() => near.value && !impossible.value);
  const turning = useTurning(camera, props.onCamera);

  useEffect(() => {
    if (!wanted.value || flat) return;
    let released = false;
    void loadStage()
      .then((stage) => {
        if (!released && canvas.current) view.value = stage.mount(canvas.current);
      })
      .catch(() => {
        impossible.value = true;
      });
    return () => {
      released = true;
      view.peek()?.release();
      view.value = undefined;
    };
  }, [wanted.value, flat]);

  useLayoutEffect(() => {
    if (!view.value || !root.current) return;
    const palette = readPalette(root.current);
    view.value.setBlocks(content.blocks, palette);
    view.value.setColours(cellColours(content, palette));
  }, [view.value, content, theme.value]);

  useLayoutEffect(() => {
    if (!view.value || size.width === 0) return;
    drawn.value = view.value.draw(projection, Math.min(devicePixelRatio, 2));
    impossible.value = !drawn.value;
  }, [view.value, content, theme.value, camera, size.width, size.height]);

  function pickedAt(event: PointerEvent): Picked | undefined {
    return pick(content.blocks, projection, { x: event.offsetX, y: event.offsetY });
  }

  function handleKey(event: KeyboardEvent): void {
    if (turning.handleKey(event)) return;
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    props.onMove(move);
  }

  return (
    <div ref={root} class="scene" data-solid={solid ? '' : undefined}>
      <div
        class="scene-picture"
        hidden={!solid}
        style={
          Number.isFinite(most.value) ? `height:${height}px` : `aspect-ratio:${1 / props.ratio}`
        }
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
            if (!turning.handleMove(event)) props.onPoint(pickedAt(event));
          }}
          onPointerUp={(event) => {
            if (turning.handleUp()) return;
            const picked = pickedAt(event);
            if (picked) props.onChoose(picked);
          }}
          onPointerCancel={turning.handleUp}
          onPointerLeave={() => props.onPoint(undefined)}
        />
        <Overlay content={content} projection={projection} selected={selected} />
        <p class="visually-hidden" aria-live="polite">
          {props.spoken}
        </p>
      </div>
      {!solid && <div class="scene-flat">{props.children}</div>}
    </div>
  );
}

/** All that must be in the picture. */
function pointsOf({ blocks, labels, room = [] }: SceneContent): Vec3[] {
  const corners = blocks.flatMap((block) => cornersOf({ low: block.low, high: highOf(block) }));
  return [...corners, ...room.flatMap(cornersOf), ...labels.map(({ at }) => at)];
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
