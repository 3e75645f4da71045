// @ts-check
/**
 * <seikika-widget widget="conv-filter" lang="ja" state="v=1&stride=2" theme="projector" ui="min">
 *
 * Puts one live figure into any page. The figure loads when it comes near the view, sizes itself and
 * stops playing when it is out of sight. Methods: getState, setState, getResult, run, play, pause,
 * step, reset, snapshot; each returns a promise. Events: ready, change, resize, key. Keys that the figure has
 * no use for are pressed again in the page, so that they turn its slides, unless `key` is cancelled.
 */
(() => {
  const PROTOCOL = 1;
  const GONE = 'The figure is not in the page';
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const site = new URL('.', script ? script.src : location.href).href;
  const methods = [
    'getState',
    'setState',
    'getResult',
    'run',
    'play',
    'pause',
    'step',
    'reset',
    'snapshot',
  ];
  /** @type {Record<string, number>} */
  const codes = {
    Escape: 27,
    ' ': 32,
    PageUp: 33,
    PageDown: 34,
    ArrowLeft: 37,
    ArrowUp: 38,
    ArrowRight: 39,
    ArrowDown: 40,
  };
  let requests = 0;

  class SeikikaWidget extends HTMLElement {
    constructor() {
      super();
      /** @type {HTMLIFrameElement | undefined} */
      this.frame = undefined;
      /** @type {boolean | undefined} */
      this.follows = undefined;
      /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
      this.waiting = new Map();
      /** @param {MessageEvent} event */
      this.receive = (event) => this.take(event);
      this.expectReady();
    }

    /** Every frame gets ready anew. */
    expectReady() {
      this.ready = new Promise((resolve) => {
        this.markReady = resolve;
      });
    }

    connectedCallback() {
      this.style.display ||= 'block';
      // A height of the page's own is kept. Else there is room for a figure until it tells its height.
      this.follows ??= !this.style.height;
      this.style.height ||= '320px';
      addEventListener('message', this.receive);
      this.watcher = new IntersectionObserver(
        (entries) => {
          if (entries.at(-1)?.isIntersecting) this.open();
          else if (this.frame) void this.request('pause').catch(() => undefined);
        },
        { rootMargin: '300px' },
      );
      this.watcher.observe(this);
    }

    disconnectedCallback() {
      removeEventListener('message', this.receive);
      this.watcher?.disconnect();
      this.frame?.remove();
      this.frame = undefined;
      this.waiting.forEach(({ reject }) => reject(new Error(GONE)));
      this.waiting.clear();
      this.expectReady();
    }

    open() {
      if (this.frame) return;
      const { widget = '', lang, state, theme, ui } = this.settings();
      const query = new URLSearchParams(state);
      if (theme) query.set('theme', theme);
      if (ui) query.set('ui', ui);
      if (!this.follows) query.set('fit', '1');
      const frame = document.createElement('iframe');
      frame.src = `${site}${lang}/embed/${encodeURIComponent(widget)}/?${query}`;
      frame.title = this.getAttribute('title') ?? widget;
      frame.allow = 'fullscreen; clipboard-write; camera';
      frame.style.cssText = 'border:0;display:block;width:100%;height:100%';
      this.frame = frame;
      this.append(frame);
    }

    settings() {
      const read = (/** @type {string} */ name) => this.getAttribute(name) ?? undefined;
      return {
        widget: read('widget'),
        lang: read('lang') === 'ja' ? 'ja' : 'en',
        state: read('state') ?? '',
        theme: read('theme'),
        ui: read('ui'),
      };
    }

    /** @param {MessageEvent} event */
    take({ source, data }) {
      if (!this.frame || source !== this.frame.contentWindow || data?.seikika !== PROTOCOL) return;
      const { event, id, result, error, ...detail } = data;
      if (event) {
        if (event === 'ready') this.markReady?.(undefined);
        if (event === 'resize' && this.follows) this.style.height = `${detail.height}px`;
        const isKey = event === 'key';
        const told = new CustomEvent(event, { detail, bubbles: isKey, cancelable: isKey });
        if (this.dispatchEvent(told) && isKey) this.press(detail);
        return;
      }
      const request = this.waiting.get(id);
      this.waiting.delete(id);
      if (error === undefined) request?.resolve(result);
      else request?.reject(new Error(error));
    }

    /** @param {{ key: string, shift: boolean }} pressed */
    press({ key, shift }) {
      // Slide tools that are older than `key` go by the code.
      const keyCode = codes[key];
      const init = { key, keyCode, shiftKey: shift, bubbles: true, cancelable: true };
      this.dispatchEvent(new KeyboardEvent('keydown', init));
    }

    /**
     * @param {string} method
     * @param {object} [params]
     */
    async request(method, params) {
      if (!this.isConnected) throw new Error(GONE);
      this.open();
      const id = ++requests;
      return new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        void this.ready?.then(() => {
          const target = this.frame?.contentWindow;
          target?.postMessage({ seikika: PROTOCOL, id, method, params }, new URL(site).origin);
        });
      });
    }
  }

  for (const method of methods) {
    Object.defineProperty(SeikikaWidget.prototype, method, {
      value(/** @type {object} */ params) {
        return this.request(method, params);
      },
    });
  }
  if (!customElements.get('seikika-widget')) customElements.define('seikika-widget', SeikikaWidget);
})();
