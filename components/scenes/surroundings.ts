import { useComputed, useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { SHARPNESS } from '#kit/export/sharpness.ts';

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

/** An element's width in CSS pixels; 0 until it has been laid out. */
export function useSize(element: RefObject<HTMLElement>): Signal<number> {
  const width = useSignal(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const watcher = new ResizeObserver(() => {
      width.value = current.clientWidth;
    });
    watcher.observe(current);
    return () => watcher.disconnect();
  }, []);
  return width;
}

/** Pixels below which a scene has no room for all of its words. */
const NARROW = 560;

/** Whether an element is too narrow for all the words of a scene. */
export function useNarrow(element: RefObject<HTMLElement>): ReadonlySignal<boolean> {
  const width = useSize(element);
  return useComputed(() => width.value > 0 && width.value < NARROW);
}

/** Part of the window that a scene may take where the window is all that a figure has. */
const MOST_OF_WINDOW = 0.6;

/** Pixels that a scene may be high: any number on a page, which scrolls, but not in full screen. */
export function useMostHeight(): ReadonlySignal<number> {
  const most = useSignal(Infinity);
  useEffect(() => {
    const read = (): void => {
      most.value = document.fullscreenElement ? MOST_OF_WINDOW * innerHeight : Infinity;
    };
    read();
    addEventListener('resize', read);
    document.addEventListener('fullscreenchange', read);
    return () => {
      removeEventListener('resize', read);
      document.removeEventListener('fullscreenchange', read);
    };
  }, []);
  return most;
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
