import { useRef } from 'preact/hooks';
import type { Camera } from './projection.ts';

/** Degrees for one pixel of a drag. */
const SPEED = 0.4;
/** Degrees for one press of a key. */
const STEP = 10;
/** Pixels that a pointer may move and still be a press. */
const SLACK = 4;

const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 4;

type Drag = { readonly x: number; readonly y: number; readonly camera: Camera; turned: boolean };

/** Keeps a camera within what a scene allows: yaw once around, pitch from straight below to straight above. */
export function clampCamera({ yaw, pitch, zoom }: Camera): Camera {
  return {
    yaw: Math.round(((((yaw + 180) % 360) + 360) % 360) - 180),
    pitch: Math.round(Math.min(90, Math.max(-90, pitch))),
    zoom: Math.round(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom)) * 100) / 100,
  };
}

/** Turns a camera by drag, Shift and arrows; zooms by + and −, and by the wheel with Ctrl, as a pinch sends it. */
export function useTurning(camera: Camera, onCamera: (camera: Camera) => void) {
  const drag = useRef<Drag | undefined>(undefined);
  const turn = (next: Partial<Camera>): void => onCamera(clampCamera({ ...camera, ...next }));

  return {
    handleDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, y: event.clientY, camera, turned: false };
    },

    /** True while a drag turns the scene. */
    handleMove(event: PointerEvent): boolean {
      const { current } = drag;
      if (!current) return false;
      const [across, down] = [event.clientX - current.x, event.clientY - current.y];
      if (!current.turned && Math.hypot(across, down) < SLACK) return false;
      current.turned = true;
      turn({
        yaw: current.camera.yaw - across * SPEED,
        pitch: current.camera.pitch + down * SPEED,
      });
      return true;
    },

    /** True if what ends was a drag, not a press. */
    handleUp(): boolean {
      const turned = drag.current?.turned ?? false;
      drag.current = undefined;
      return turned;
    },

    handleWheel(event: WheelEvent): void {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turn({ zoom: camera.zoom * Math.exp(-event.deltaY / 300) });
    },

    /** True if the key turned or zoomed. */
    handleKey(event: KeyboardEvent): boolean {
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      const { yaw, pitch, zoom } = camera;
      const turns: Readonly<Record<string, Partial<Camera>>> = event.shiftKey
        ? {
            ArrowLeft: { yaw: yaw - STEP },
            ArrowRight: { yaw: yaw + STEP },
            ArrowUp: { pitch: pitch + STEP },
            ArrowDown: { pitch: pitch - STEP },
            '+': { zoom: zoom * 1.2 },
          }
        : { '+': { zoom: zoom * 1.2 }, '=': { zoom: zoom * 1.2 }, '-': { zoom: zoom / 1.2 } };
      if (!Object.hasOwn(turns, event.key)) return false;
      event.preventDefault();
      turn(turns[event.key]);
      return true;
    },
  };
}
