import { effect, signal } from '@preact/signals-core';
import type { ComponentType } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Engine } from '#engine/engine.ts';
import { pageEngine } from '#engine/page-engine.ts';
import { kitStrings, type KitKey } from '#i18n/kit-strings.ts';
import type { Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { WidgetContext, type WidgetSurroundings } from './context.ts';
import { createCpuCheck, type CpuCheck } from './cpu-check.ts';
import { playbackParams, type AnyWidget } from './define-widget.ts';
import { Frame, uiLevels, type UiLevel } from './frame/frame.tsx';
import { completed, decodeLink, type LinkNote } from './link.ts';
import { registerOnPage } from './page-widgets.ts';
import { followPlaying } from './playing.ts';
import { followSeen, type Seen } from './seen.ts';
import { keepState, storedState } from './stored-state.ts';
import { parsePicture } from './picture-text.ts';
import { createRunControl, type RunControl } from './run-control.ts';
import { createWidgetState, type AnyState } from './widget-state.ts';

export type IslandProps = {
  readonly locale: Locale;
  /** Names the figure on its page and its state in this visit; the same in both languages. */
  readonly figure: string;
  /** State that the page asks for, as a link's query. */
  readonly state: string;
  /** The arrays that were computed for that state when the page was built, as tensor texts. */
  readonly result: Readonly<Record<string, string>>;
  readonly ui: UiLevel;
  /** Whether the address of the page itself may carry a state. */
  readonly readsAddress: boolean;
  /** The challenge to be met in this figure, if any. */
  readonly challenge: string | undefined;
  /** The params whose controls show; all if undefined. */
  readonly controls: readonly string[] | undefined;
};

/** The component that Astro hydrates: one widget with its state, its frame and its engine. */
export function createIsland(widget: AnyWidget): ComponentType<IslandProps> {
  return function Island(props) {
    const root = useRef<HTMLDivElement>(null);
    const { surroundings, model, check, notes, ui } = useMemo(
      () => createInstance(widget, props),
      [],
    );
    const { state } = surroundings;

    useEffect(() => {
      const element = root.current;
      if (!element) return;
      const engine = pageEngine();
      notes.value = restore(widget, props, state);
      ui.value = uiOfAddress(props) ?? props.ui;
      const named = controlsOfAddress(props);
      surroundings.controls.value = named ?? props.controls;
      if (named?.some((name) => !(name in widget.params))) {
        notes.value = [...notes.value, { key: 'controls', problem: 'bad' }];
      }
      if (!widget.run) state.ask();
      const stopFollowing = followBackend(engine, surroundings);
      const { seen, stop: stopWatching } = followSeen(element);
      const stopPlaying = followPlaying(surroundings, seen);
      const stopRuns = followRuns(surroundings.run, seen);
      const { check: cpuCheck, stop: stopChecking } = createCpuCheck(widget, state, engine);
      const stopShowing = effect(() => {
        check.value = cpuCheck.value;
      });
      const stopKeeping = keepState(props.figure, widget, state);
      const unregister = registerOnPage(props.figure, { ...surroundings, model, element });
      element.dataset.ready = '';
      return () => {
        for (const stop of [
          stopFollowing,
          stopWatching,
          stopPlaying,
          stopRuns,
          stopChecking,
          stopShowing,
          stopKeeping,
          unregister,
        ])
          stop();
      };
    }, []);

    return (
      <div ref={root} data-widget={widget.id} data-figure={props.figure} lang={props.locale}>
        <WidgetContext.Provider value={surroundings}>
          <Frame
            ui={ui.value}
            model={model}
            check={check}
            notes={notes}
            onDismissNotes={() => {
              notes.value = [];
            }}
          />
        </WidgetContext.Provider>
      </div>
    );
  };
}

function createInstance(widget: AnyWidget, props: IslandProps) {
  const { params } = decodeLink(widget.params, widget.version, widget.migrations, props.state);
  const result = Object.fromEntries(
    Object.entries(props.result).map(([name, text]) => [name, parsePicture(text)]),
  );
  const state = createWidgetState({
    schema: widget.params,
    initial: completed(widget.params, params),
    result,
    playback: playbackParams(widget),
    onDemand: widget.run !== undefined,
    ask: (question) => pageEngine().compute(widget.id, question),
  });
  return {
    model: widget.createModel(state as never),
    check: signal<CpuCheck | undefined>(undefined),
    notes: signal<readonly LinkNote[]>([]),
    ui: signal(props.ui),
    surroundings: {
      widget,
      state,
      locale: props.locale,
      controls: signal(props.controls),
      challenge: signal(props.challenge),
      lit: signal<string | undefined>(undefined),
      playing: signal(false),
      run: widget.run && createRunControl(widget, state),
      k: translator<KitKey>(kitStrings, props.locale),
      t: translator(widget.strings, props.locale),
    },
  };
}

/** Puts the state of the address, or else of earlier in this visit, in place of the built one. */
function restore(
  widget: AnyWidget,
  { figure, readsAddress }: IslandProps,
  state: AnyState,
): readonly LinkNote[] {
  const address = readsAddress ? location.search.slice(1) : '';
  const { params: named, notes } = decodeLink(
    widget.params,
    widget.version,
    widget.migrations,
    address,
  );
  const saysSomething = new URLSearchParams(address).has('v') || Object.keys(named).length > 0;
  if (saysSomething || notes.length > 0) {
    state.show(completed(widget.params, named));
    return notes;
  }
  const stored = storedState(figure);
  if (stored !== undefined) {
    const { params } = decodeLink(widget.params, widget.version, widget.migrations, stored);
    state.show(completed(widget.params, params));
  }
  return [];
}

/** How much of the frame the address asks for. */
function uiOfAddress({ readsAddress }: IslandProps): UiLevel | undefined {
  if (!readsAddress) return undefined;
  const wanted = new URLSearchParams(location.search).get('ui');
  return uiLevels.find((level) => level === wanted);
}

/** Which controls the address asks for, separated by commas; all if it does not say. */
function controlsOfAddress({ readsAddress }: IslandProps): readonly string[] | undefined {
  if (!readsAddress) return undefined;
  return new URLSearchParams(location.search).get('controls')?.split(',');
}

/** Lets a run wait while its figure is out of sight, and ends it when the page is left. */
function followRuns(run: RunControl | undefined, seen: Seen['seen']): () => void {
  if (!run) return () => undefined;
  const stop = (): void => run.stop();
  const stopFollowing = effect(() => run.seen(seen.value));
  addEventListener('pagehide', stop);
  return () => {
    stop();
    stopFollowing();
    removeEventListener('pagehide', stop);
  };
}

/** Asks again whenever another backend has taken over; a run stays as it was made. */
function followBackend(
  engine: Engine,
  { state, run }: Pick<WidgetSurroundings, 'state' | 'run'>,
): () => void {
  let first = true;
  return effect(() => {
    const backend = engine.backend.value;
    if (!backend) return;
    if (first) first = false;
    else if (!run) state.ask();
  });
}
