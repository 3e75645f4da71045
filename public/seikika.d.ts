/* eslint-disable @typescript-eslint/consistent-type-definitions -- a page may add to an interface */

/**
 * Types of <seikika-widget>, the element of embed.js, for the programs of pages that use it. Put this
 * file among your sources: document.querySelector('seikika-widget') then knows what it gives.
 */
declare namespace Seikika {
  /** A tensor: its axes' lengths, and its numbers row by row; a scalar has no axes. */
  interface Tensor {
    readonly shape: readonly number[];
    readonly data: Float32Array;
  }

  type Nested = readonly (number | Nested)[];

  /** What a param can be set to: a plain value, rows of numbers, a tensor, or a link's text. */
  type Value =
    | string
    | number
    | boolean
    | Nested
    | { readonly shape: readonly number[]; readonly data: Float32Array | readonly number[] };

  interface State {
    readonly widget: string;
    readonly version: number;
    /** Every param, as a link's text. */
    readonly params: Readonly<Record<string, string>>;
    /** The state as a link and the attribute `state` carry it. */
    readonly query: string;
  }

  /** Something that `setState` could not use; it was left as it was. */
  interface Note {
    readonly key: string;
    readonly problem: 'unknown' | 'bad';
  }

  interface ComputedBy {
    readonly name: 'webgl' | 'wasm' | 'cpu';
    readonly floatBits: 16 | 32;
    readonly drawnBySoftware: boolean;
    readonly milliseconds: number;
  }

  /** Why the newest state could not be computed: an argument cannot be met, or the engine broke. */
  type Failure =
    | {
        readonly kind: 'refused';
        readonly error: {
          readonly code: string;
          readonly argument: string;
          readonly sentence: Readonly<Record<'en' | 'ja', string>>;
        };
      }
    | { readonly kind: 'broken'; readonly message: string };

  interface Result {
    /** Of the last state that could be computed. */
    readonly arrays: Readonly<Record<string, Tensor>>;
    /** Undefined where the figure shows what was computed when the site was built. */
    readonly computedBy: ComputedBy | undefined;
    readonly failure: Failure | undefined;
  }

  interface Snapshot {
    readonly format?: 'png' | 'svg';
    /** Pixels of a PNG per pixel of the page: above 0, at most 8; 2 unless told. */
    readonly scale?: number;
  }

  interface Events {
    /** The figure is there, or there again after it was closed for others. */
    ready: CustomEvent<{ readonly widget: string; readonly query: string }>;
    change: CustomEvent<{ readonly query: string }>;
    /** The height that the figure needs, in pixels. */
    resize: CustomEvent<{ readonly height: number }>;
    /** A key that the figure has no use for; unless it is cancelled, it is pressed in the page. */
    key: CustomEvent<{ readonly key: string; readonly shift: boolean }>;
  }

  /** What is sent to a frame without the element. */
  interface Request {
    readonly seikika: 1;
    readonly id: string | number;
    readonly method: Method;
    readonly params?: object;
  }

  type Reply = { readonly seikika: 1; readonly id: string | number } & (
    { readonly result: unknown } | { readonly error: string }
  );

  type Method =
    | 'getState'
    | 'setState'
    | 'getResult'
    | 'run'
    | 'play'
    | 'pause'
    | 'step'
    | 'reset'
    | 'present'
    | 'snapshot';
}

/** Every promise rejects with an Error where the figure says no, and when the element leaves the page. */
interface SeikikaWidgetElement extends HTMLElement {
  getState(): Promise<Seikika.State>;
  /** Resolves when the new state has been computed. */
  setState(
    params: Readonly<Record<string, Seikika.Value>>,
  ): Promise<Seikika.State & { readonly notes: readonly Seikika.Note[] }>;
  getResult(): Promise<Seikika.Result>;
  /** Resolves when the experiment, or its first steps, are over. */
  run(params?: { readonly short?: boolean }): Promise<Seikika.State>;
  play(): Promise<Seikika.State>;
  pause(): Promise<Seikika.State>;
  /** @param params the step, counted from 0 */
  step(params: { readonly step: number }): Promise<Seikika.State>;
  reset(): Promise<Seikika.State>;
  /** Tells the figure whether it is seen and how enlarged; the element does so by itself. */
  present(params: { readonly shown?: boolean; readonly scale?: number }): Promise<Seikika.State>;
  snapshot(params?: Seikika.Snapshot): Promise<Blob>;

  addEventListener<K extends keyof Seikika.Events>(
    type: K,
    listener: (this: SeikikaWidgetElement, event: Seikika.Events[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

interface HTMLElementTagNameMap {
  'seikika-widget': SeikikaWidgetElement;
}
