import { useComputed, useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { SHARPNESS } from '#kit/export/sharpness.ts';
import type { Size } from './projection.ts';

/** Scenes are made this far before they come into view, and released this far after. */
const REACH = '600px';

/** Whether an element is in view or near it. */
export function useNear(element: RefObject<HTMLElement>): Signal<boolean> {
  const near = useSignal(false);
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        near.value = entries[entries.length - 1].isIntersecting;
      },
      { rootMargin: REACH },
    );
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return near;
}

/** An element's size in CSS pixels; 0 until it has been laid out. */
export function useSize(element: RefObject<HTMLElement>): Signal<Size> {
  const size = useSignal<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const read = (): void => {
      size.value = { width: current.clientWidth, height: current.clientHeight };
    };
    // Observers keep silent in a frame that is not shown, where a picture may be wanted all the same.
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(current);
    return () => watcher.disconnect();
  }, []);
  return size;
}

/** Pixels below which a scene has no room for all of its words. */
const NARROW = 560;

/** Whether an element is too narrow for all the words of a scene. */
export function useNarrow(element: RefObject<HTMLElement>): ReadonlySignal<boolean> {
  const size = useSize(element);
  return useComputed(() => size.value.width > 0 && size.value.width < NARROW);
}

/** Changes with the theme of the page. */
export function useTheme(): Signal<string> {
  const theme = useSignal('');
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const read = (): void => {
      theme.value = `${document.documentElement.dataset.theme} ${dark.matches}`;
    };
    read();
    const watcher = new MutationObserver(read);
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      watcher.disconnect();
      dark.removeEventListener('change', read);
    };
  }, []);
  return theme;
}

/** Pixels for every CSS pixel, where a picture of the figure is being made that needs its own. */
export function useSharpness(canvas: RefObject<HTMLCanvasElement>): Signal<number | undefined> {
  const sharpness = useSignal<number | undefined>(undefined);
  useEffect(() => {
    const hear = ({ detail }: CustomEvent<number | null>): void => {
      sharpness.value = detail ?? undefined;
    };
    const { current } = canvas;
    current?.addEventListener(SHARPNESS, hear as EventListener);
    return () => current?.removeEventListener(SHARPNESS, hear as EventListener);
  }, []);
  return sharpness;
}

/** Whether the page is being printed. */
export function usePrinting(): Signal<boolean> {
  const printing = useSignal(false);
  useEffect(() => {
    const print = matchMedia('print');
    const read = (): void => {
      printing.value = print.matches;
    };
    read();
    print.addEventListener('change', read);
    return () => print.removeEventListener('change', read);
  }, []);
  return printing;
}
