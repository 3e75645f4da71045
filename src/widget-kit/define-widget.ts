import type { ComponentType } from 'preact';
import type { Arrays } from '#engine/messages.ts';
import type { Strings, Translate } from '#i18n/translate.ts';
import type { Migrations } from './link.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { AxisBounds, ParamsOf, Schema } from './params.ts';
import type { WidgetState } from './widget-state.ts';

/** The exact present state as code that a reader can run elsewhere. */
export type CodeOf<P> = Readonly<Record<CodeLanguage, (params: P) => string>>;

export const codeLanguages = ['pytorch', 'numpy', 'tfjs'] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

/** One deterministic animation: a param walks from 0 to steps − 1. */
export type Timeline<P, R> = {
  readonly param: keyof P & string;
  readonly steps: (params: P, result: R) => number;
  readonly perSecond: number;
  /** What a reader calls the first step. */
  readonly countsFrom: 0 | 1;
  /** Params that moving along the timeline puts back: a cell that was singled out, say. */
  readonly with?: Partial<P>;
};

/** Words that every widget has: its title, one line on it, its params, examples and challenges. */
export type RequiredKey<S, E extends string, C extends string> =
  'title' | 'blurb' | `param.${keyof S & string}` | `example.${E}` | `challenge.${C}`;

export type ViewProps<M, K extends string> = { readonly model: M; readonly t: Translate<K> };

/** A figure that shows an experiment of the laboratory: it is made anew when the reader says so. */
export type Run<P, K extends string> = {
  /** All that a run is made from, in a few words: they stand under the figure. */
  readonly recipe: (params: P, t: Translate<K>) => string;
  /** Params of a run so short that rounding does not grow in it: it is what references are held against. */
  readonly short: Partial<P>;
};

/** The whole contract of a widget. */
export type Widget<
  S extends Schema,
  R extends Arrays,
  M,
  E extends string,
  C extends string,
  K extends string,
> = {
  /** Equals the folder's name. */
  readonly id: string;
  /** Raised when params change their meaning; `migrations` then brings old links along. */
  readonly version: number;
  readonly migrations: Migrations;
  readonly params: S;
  /** Teaching presets, which are the gallery and the tests as well. */
  readonly examples: Readonly<Record<E | 'default', Partial<ParamsOf<S>>>>;
  readonly timeline?: Timeline<ParamsOf<S>, R>;
  /** Where `compute` is an experiment. */
  readonly run?: Run<ParamsOf<S>, K>;
  /** Params that make a costly figure light: what is only checked in passing is made with them. */
  readonly light?: Partial<ParamsOf<S>>;
  /** Params that only move the view: changing them computes nothing and is no edit. */
  readonly viewParams?: readonly (keyof S & string)[];
  /** Goals, met when a computed result says so. */
  readonly challenges: Readonly<Record<C, (params: ParamsOf<S>, result: R) => boolean>>;
  readonly createModel: (state: WidgetState<ParamsOf<S>, R>) => M;
  /** The setting in a few words, for the bar over the figure. */
  readonly summary: (model: M, t: Translate<K>) => string;
  /** The whole figure in words, kept current for screen readers. */
  readonly describe: (model: M, t: Translate<K>) => string;
  /** The outcome of an edit in one sentence, read out after it. */
  readonly announce: (model: M, t: Translate<K>) => string;
  /** Tensors that a reader can take to another widget, each under the word that names it. */
  readonly gives?: (model: M) => Partial<Record<K, NdArray>>;
  /** The param that another widget's tensor can come to; `axes` where fewer fit than the param takes. */
  readonly takes?: { readonly param: keyof S & string; readonly axes?: readonly AxisBounds[] };
  readonly code: () => Promise<CodeOf<ParamsOf<S>>>;
  readonly strings: Strings<K>;
  /** The figure: what is exported and stands alone where there is little room. */
  readonly View: ComponentType<ViewProps<M, K>>;
  /** What can be set and has no body in the figure. */
  readonly Controls: ComponentType<ViewProps<M, K>>;
};

/** A widget of whichever params, result and model. */
export type AnyWidget = Widget<Schema, Arrays, unknown, string, string, string>;

/** Checks a widget against the contract; see CONTRIBUTING.md. */
export function defineWidget<
  S extends Schema,
  R extends Arrays,
  M,
  const E extends string,
  const C extends string,
  K extends string,
>(
  widget: Widget<S, R, M, E, C, K> & { readonly strings: Strings<RequiredKey<S, E, C>> },
): AnyWidget {
  // The contract has been checked; from here on a widget is only handed its own params and model.
  return widget as unknown as AnyWidget;
}

/** The params that only move a widget's timeline or its view: they compute nothing and are not undone. */
export function playbackParams({
  timeline,
  viewParams = [],
}: Pick<AnyWidget, 'timeline' | 'viewParams'>): readonly string[] {
  const moved = timeline ? [timeline.param, ...Object.keys(timeline.with ?? {})] : [];
  return [...moved, ...viewParams];
}

/** Params of a widget that are answered soon: of an experiment, those of a short one. */
export const shortened = <P extends ParamsOf<Schema>>(
  { run }: Pick<AnyWidget, 'run'>,
  params: P,
): P => ({
  ...params,
  ...run?.short,
});

/** Params that are answered at once: as {@link shortened}, and light where the widget says what is. */
export const lightened = <P extends ParamsOf<Schema>>(
  widget: Pick<AnyWidget, 'run' | 'light'>,
  params: P,
): P => ({
  ...shortened(widget, params),
  ...widget.light,
});
