import type { Signal } from '@preact/signals-core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KitKey } from '#i18n/kit-strings.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Translate } from '#i18n/translate.ts';
import type { AnyWidget } from './define-widget.ts';
import type { RunControl } from './run-control.ts';
import type { AnyState } from './widget-state.ts';

/** What the frame and the controls around one widget share. */
export type WidgetSurroundings = {
  readonly widget: AnyWidget;
  readonly state: AnyState;
  readonly locale: Locale;
  /** The challenge to be met in the figure, if any. */
  readonly challenge: Signal<string | undefined>;
  /** The part of the figure that is lit: pointed at in the figure, its formula or the prose. */
  readonly lit: Signal<string | undefined>;
  /** The params whose controls show; all if undefined. */
  readonly controls: Signal<readonly string[] | undefined>;
  /** Whether the timeline is playing. */
  readonly playing: Signal<boolean>;
  /** Where the figure shows an experiment. */
  readonly run: RunControl | undefined;
  /** Words of the kit. */
  readonly k: Translate<KitKey>;
  /** Words of the widget. */
  readonly t: Translate;
};

export const WidgetContext = createContext<WidgetSurroundings | undefined>(undefined);

/** @throws Error outside of a widget */
export function useWidget(): WidgetSurroundings {
  const surroundings = useContext(WidgetContext);
  if (!surroundings) throw new Error('Controls belong inside a widget');
  return surroundings;
}

const named = new WeakMap<WidgetSurroundings, Set<string>>();

/** Names by which a widget's controls have asked whether they show. */
export const controlNames = (surroundings: WidgetSurroundings): ReadonlySet<string> =>
  named.get(surroundings) ?? new Set();

/** Whether the page wants the control of a param to show; a field of no param always shows. */
export function useShown(name: string | undefined): boolean {
  const surroundings = useWidget();
  if (name === undefined) return true;
  named.set(surroundings, new Set(named.get(surroundings)).add(name));
  return surroundings.controls.value?.includes(name) ?? true;
}
