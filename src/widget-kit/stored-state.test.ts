import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyWidget } from './define-widget.ts';
import { integer, toggle } from './params.ts';
import { keepState, storedState } from './stored-state.ts';
import { createWidgetState } from './widget-state.ts';

const params = { size: integer({ min: 0, max: 99, default: 3 }), on: toggle(false) };
const widget = { params, version: 2 } as unknown as AnyWidget;
const KEY = 'seikika:figure:window';
const SOON = 1000;

let storage: Map<string, string>;
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  storage = new Map();
  page = new EventTarget();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  const window = { parent: {} };
  window.parent = window;
  vi.stubGlobal('window', window);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open(initial = { size: 3, on: false }) {
  return createWidgetState({
    schema: params,
    initial,
    result: {},
    ask: () => new Promise(() => undefined),
  });
}

const keep = (state: ReturnType<typeof open>) => keepState('window', widget, state as never);

describe('a figure’s state', () => {
  it('is kept as a link once the reader has paused', () => {
    const state = open();
    keep(state);
    state.edit({ size: 5 });
    state.edit({ size: 6, on: true });
    expect(storage.size).toBe(0);
    vi.advanceTimersByTime(SOON);
    expect(storage.get(KEY)).toBe('v=2&size=6&on=1');
    expect(storedState('window')).toBe('v=2&size=6&on=1');
    expect(storedState('padding')).toBeUndefined();
  });

  it('is not written at every step of a gesture', () => {
    const setItem = vi.spyOn(sessionStorage, 'setItem');
    const state = open();
    keep(state);
    for (let size = 4; size < 50; size++) {
      state.edit({ size }, 'stroke');
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(SOON);
    expect(setItem).toHaveBeenCalledTimes(1);
    expect(storage.get(KEY)).toBe('v=2&size=49');
  });

  it('is kept at once when the page is left', () => {
    const state = open();
    keep(state);
    state.edit({ size: 7 });
    page.dispatchEvent(new Event('pagehide'));
    expect(storage.get(KEY)).toBe('v=2&size=7');
  });

  it('is not kept where the reader has changed nothing', () => {
    keep(open({ size: 8, on: false }));
    vi.advanceTimersByTime(SOON);
    page.dispatchEvent(new Event('pagehide'));
    expect(storage.size).toBe(0);
  });

  it('is kept when it has come back to the widget’s defaults, too', () => {
    const state = open({ size: 8, on: false });
    keep(state);
    state.edit({ size: 3 });
    vi.advanceTimersByTime(SOON);
    expect(storage.get(KEY)).toBe('v=2');
  });

  it('is kept no longer once that is stopped', () => {
    const state = open();
    const stop = keep(state);
    state.edit({ size: 5 });
    stop();
    state.edit({ size: 6 });
    vi.advanceTimersByTime(SOON);
    page.dispatchEvent(new Event('pagehide'));
    expect(storage.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is neither kept nor read in a frame, where other figures share the storage', () => {
    vi.stubGlobal('window', { parent: {} });
    storage.set(KEY, 'v=2&size=6');
    expect(storedState('window')).toBeUndefined();
    const state = open();
    keep(state);
    state.edit({ size: 5 });
    vi.advanceTimersByTime(SOON);
    expect(storage.get(KEY)).toBe('v=2&size=6');
  });

  it('lasts as long as the page where nothing can be stored', () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
    const state = open();
    keep(state);
    state.edit({ size: 5 });
    expect(() => vi.advanceTimersByTime(SOON)).not.toThrow();
    expect(storedState('window')).toBeUndefined();
    expect(state.params.value.size).toBe(5);
  });
});
