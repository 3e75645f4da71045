import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { onStage } from './on-stage.ts';

/** Whether anybody can see an element: in view, in a tab that is shown, on the slide that is shown. */
export type Seen = { readonly seen: ReadonlySignal<boolean>; stop(): void };

export function followSeen(element: HTMLElement): Seen {
  const inView = signal(true);
  const inTab = signal(!document.hidden);
  const seen = signal(true);
  const readTab = (): void => {
    inTab.value = !document.hidden;
  };
  const observer = new IntersectionObserver((entries) => {
    inView.value = entries.at(-1)?.isIntersecting ?? inView.peek();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', readTab);
  const stopEffect = effect(() => {
    seen.value = inView.value && inTab.value && onStage.value;
  });
  return {
    seen,
    stop() {
      stopEffect();
      observer.disconnect();
      document.removeEventListener('visibilitychange', readTab);
    },
  };
}
