import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cornersOf, highOf, type Vec3 } from './block.ts';
import { cellColours } from './cell-colours.ts';
import { Overlay } from './overlay.tsx';
import { readPalette } from './palette.ts';
import { pick, type Picked } from './pick.ts';
import { projectionOf, type Size } from './projection.ts';
import type { SceneContent } from './scene.ts';
import type { Move, SceneViewProps } from './scene-view.tsx';
import { stage, type StageView } from './stage.ts';
import { useMostHeight, useSize, useTheme } from './surroundings.ts';
import { useTurning } from './use-turning.ts';

export type SolidViewProps = Omit<SceneViewProps, 'children' | 'flat'> & {
  /** What the picture is as wide as. */
  readonly frame: RefObject<HTMLElement>;
  /** Whether the stage is to draw it. A picture that was drawn stays while the stage serves others. */
  readonly wanted: boolean;
  /** Whether it is to be seen. */
  readonly shown: boolean;
  /** Told after every attempt to draw; false where it is impossible. */
  readonly onDrawn: (drawn: boolean) => void;
};

/** Room for words at the sides of a picture; a small one has less to spare. */
function marginOf(width: number): Size {
  return { width: Math.min(56, 0.06 * width), height: Math.min(34, 16 + 0.02 * width) };
}

/** The picture itself: drawn by the page's one stage, with words over it, turned and pointed at. */
export function SolidView(props: SolidViewProps) {
  const { content, camera, selected, frame, wanted } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useSignal<StageView | undefined>(undefined);
  const width = useSize(frame);
  const theme = useTheme();
  const most = useMostHeight();
  const height = Math.round(Math.min(width.value * props.ratio, most.value));
  const size: Size = { width: width.value, height };
  const projection = projectionOf(camera, pointsOf(content), size, marginOf(size.width));
  const turning = useTurning(camera, props.onCamera);

  useEffect(() => {
    if (!wanted || !canvas.current) return;
    view.value = stage.mount(canvas.current);
    return () => {
      view.peek()?.release();
      view.value = undefined;
    };
  }, [wanted]);

  useLayoutEffect(() => {
    if (!view.value || !frame.current) return;
    const palette = readPalette(frame.current);
    view.value.setBlocks(content.blocks, palette);
    view.value.setColours(cellColours(content, palette));
  }, [view.value, content, theme.value]);

  useLayoutEffect(() => {
    if (!view.value || size.width === 0) return;
    props.onDrawn(view.value.draw(projection, Math.min(devicePixelRatio, 2)));
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
    <div
      class="scene-picture"
      hidden={!props.shown}
      style={Number.isFinite(most.value) ? `height:${height}px` : `aspect-ratio:${1 / props.ratio}`}
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
