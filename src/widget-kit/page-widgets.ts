import type { AnyWidget } from './define-widget.ts';
import type { WidgetSurroundings } from './context.ts';

/** A mounted widget, as the page around it may use it. */
export type MountedWidget = Pick<
  WidgetSurroundings,
  'state' | 'locale' | 'challenge' | 'lit' | 'playing' | 'run'
> & {
  readonly widget: AnyWidget;
  readonly model: unknown;
  readonly element: HTMLElement;
};

const mounted = new Map<string, MountedWidget>();
const waiting = new Map<string, ((mounted: MountedWidget) => void)[]>();

/** Makes a widget known to the page under its figure's id; returns what takes it away again. */
export function registerOnPage(figure: string, entry: MountedWidget): () => void {
  mounted.set(figure, entry);
  waiting.get(figure)?.forEach((resolve) => resolve(entry));
  waiting.delete(figure);
  return () => {
    if (mounted.get(figure) === entry) mounted.delete(figure);
  };
}

/** The widget of a figure, as soon as it is mounted. */
export function widgetOf(figure: string): Promise<MountedWidget> {
  const entry = mounted.get(figure);
  if (entry) return Promise.resolve(entry);
  return new Promise((resolve) => {
    waiting.set(figure, [...(waiting.get(figure) ?? []), resolve]);
  });
}
