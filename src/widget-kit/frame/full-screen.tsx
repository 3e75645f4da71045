import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWidget } from '../context.ts';

/** Shows the widget over the whole screen, where the browser allows it. */
export function FullScreenButton({ root }: { readonly root: RefObject<HTMLElement> }) {
  const { k } = useWidget();
  const full = useSignal(false);
  const possible = useSignal(true);
  useEffect(() => {
    possible.value = document.fullscreenEnabled;
    const follow = (): void => {
      full.value = document.fullscreenElement === root.current;
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  if (!possible.value) return null;
  return (
    <button
      type="button"
      onClick={() => {
        if (full.value) void document.exitFullscreen();
        else void root.current?.requestFullscreen().catch(() => undefined);
      }}
    >
      {k(full.value ? 'leaveFullScreen' : 'fullScreen')}
    </button>
  );
}
