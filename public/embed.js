// @ts-check
/**
 * <seikika-widget widget="conv-filter" lang="ja" state="v=1&stride=2" theme="projector" ui="min">
 *
 * Puts one live figure into any page. The figure loads when it comes near the view, sizes itself and
 * stops playing when it is out of sight. Methods: getState, setState, getResult, play, pause, step,
 * reset, snapshot; each returns a promise. Events: ready, change, resize, key.
 */
(() => {
  const PROTOCOL = 1;
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const site = new URL('.', script ? script.src : location.href).href;
  const methods = [
    'getState',
    'setState',
    'getResult',
    'play',
    'pause',
    'step',
    'reset',
    'snapshot',
  ];
  let requests = 0;

  class SeikikaWidget extends HTMLElement {
    constructor() {
      super();
      /** @type {HTMLIFrameElement | undefined} */
      this.frame = undefined;
      /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
      this.waiting = new Map();
      this.ready = new Promise((resolve) => {
        this.markReady = resolve;
      });
      /** @param {MessageEvent} event */
      this.receive = (event) => this.take(event);
    }

    connectedCallback() {
      this.style.display ||= 'block';
      addEventListener('message', this.receive);
      this.watcher = new IntersectionObserver(
        ([entry]) => {
          if (entry.isIntersecting) this.open();
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
    }

    open() {
      if (this.frame) return;
      const { widget = '', lang, state, theme, ui } = this.settings();
      const query = new URLSearchParams(state);
      if (theme) query.set('theme', theme);
      if (ui) query.set('ui', ui);
      const frame = document.createElement('iframe');
      frame.src = `${site}${lang}/embed/${encodeURIComponent(widget)}/?${query}`;
      frame.title = this.getAttribute('title') ?? widget;
      frame.allow = 'fullscreen; clipboard-write; camera';
      frame.style.cssText = 'border:0;width:100%;height:100%;min-height:320px';
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
        if (event === 'resize' && !this.style.height)
          this.frame.style.height = `${detail.height}px`;
        this.dispatchEvent(new CustomEvent(event, { detail, bubbles: event === 'key' }));
        return;
      }
      const request = this.waiting.get(id);
      this.waiting.delete(id);
      if (error === undefined) request?.resolve(result);
      else request?.reject(new Error(error));
    }

    /**
     * @param {string} method
     * @param {object} [params]
     */
    async request(method, params) {
      this.open();
      await this.ready;
      const id = ++requests;
      return new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        const target = this.frame?.contentWindow;
        target?.postMessage({ seikika: PROTOCOL, id, method, params }, new URL(site).origin);
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
