import {
  all,
  arrange,
  arrangeSoon,
  leastMissed,
  MOST_OPEN,
  opened,
  makePictures,
  watch,
} from './deck.ts';
import { pressAgain, type PressedKey } from './keys.ts';
import { createLook } from './look.ts';
import { methods, PROTOCOL, Requests } from './requests.ts';

const GONE = 'The figure is not in the page';
const SANDBOX =
  'allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox';
const LONGEST_PICTURE = 5000;

const script = document.currentScript as HTMLScriptElement | null;
const site = new URL('.', script ? script.src : location.href).href;

/**
 * <seikika-widget widget="conv-filter" lang="ja" state="v=1&stride=2" theme="projector" ui="min"
 *   controls="stride padding"><img src="conv-filter.png" alt="…"></seikika-widget>
 *
 * Puts one live figure into any page. It opens when it comes near the view, sizes itself, and rests on
 * slides that are not shown. What stands inside the element is its picture until then. A few figures of a
 * page are open at once; one that was closed for another shows itself as it was, and opens again when it is
 * seen or pressed. Methods: those of the protocol; each returns a promise. Events: ready, change, resize,
 * key. Keys that the figure has no use for are pressed again in the page, so that they turn its slides,
 * unless `key` is cancelled.
 */
export class SeikikaWidget extends HTMLElement {
  /** In view, or not far from it; and to be seen. */
  near = false;
  shown = false;
  frame: HTMLIFrameElement | undefined;
  /** Whether the reader has asked for the figure. */
  isPressed = false;
  ready!: Promise<void>;
  readonly #look = createLook(this);
  readonly #requests = new Requests();
  #markReady!: () => void;
  #isReady = false;
  /** Whether the height is the figure's own; else it is the page's. */
  #follows: boolean | undefined;
  /** The present state, and the one that the kept picture shows. */
  #query: string | undefined;
  #pictured: string | undefined;
  #resting: Promise<void> | undefined;
  /** What the figure was told last of how it is shown. */
  #told = '';
  #stopWatching = (): void => undefined;
  readonly #receive = (event: MessageEvent): void => this.#take(event);

  /** For print: resolves when every figure of the page is a picture of its state. */
  static pictures = makePictures;

  constructor() {
    super();
    this.#look.cover.onclick = () => {
      this.isPressed = true;
      arrange();
    };
    this.#expectReady();
  }

  /** Every frame gets ready anew. */
  #expectReady(): void {
    this.#isReady = false;
    this.ready = new Promise((resolve) => {
      this.#markReady = resolve;
    });
  }

  connectedCallback(): void {
    this.#follows ??= !this.style.height;
    // Room for a figure until it tells its height.
    this.style.height ||= '320px';
    const name = this.#name();
    this.#look.cover.ariaLabel = name;
    this.#look.name.textContent = `▶ ${name}`;
    addEventListener('message', this.#receive);
    this.#stopWatching = watch(this);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#receive);
    this.#stopWatching();
    this.near = false;
    this.#query = undefined;
    this.#close();
  }

  get isPictured(): boolean {
    return this.#pictured !== undefined;
  }

  open(): void {
    if (this.frame) return;
    const locale = this.#read('lang') === 'ja' ? 'ja' : 'en';
    const query = new URLSearchParams(this.#query ?? this.#read('state'));
    for (const name of ['theme', 'ui']) if (this.#read(name)) query.set(name, this.#read(name));
    const controls = this.#read('controls').trim();
    if (controls) query.set('controls', controls.split(/[\s,]+/).join());
    if (!this.#follows) query.set('fit', '1');
    const frame = document.createElement('iframe');
    frame.src = `${site}${locale}/embed/${encodeURIComponent(this.#read('widget'))}/?${query}`;
    frame.title = this.#name();
    frame.allow = 'fullscreen; clipboard-write; camera';
    frame.setAttribute('sandbox', SANDBOX);
    // What a figure shows first is the state that it begins with everywhere.
    frame.onload = () => {
      if (this.#pictured === undefined) this.#cover(false);
      if (this.#requests.size > 0) this.#wakeFigure();
    };
    this.#told = '';
    this.frame = frame;
    opened.add(this);
    this.#look.root.append(frame);
    if (this.isPressed) frame.focus();
    arrangeSoon();
  }

  /** Opens, whatever must be closed for it. */
  async wake(): Promise<void> {
    while (!this.frame && this.isConnected) {
      if (opened.size < MOST_OPEN) this.open();
      else {
        await leastMissed().rest();
        // It may have been left open, for the sake of somebody who waits for an answer.
        await new Promise((later) => setTimeout(later, 30));
      }
    }
  }

  /**
   * Closes, and shows itself as it was.
   * @param longest milliseconds that its picture may take; readers do not wait for long
   */
  rest(longest = LONGEST_PICTURE): Promise<void> {
    this.#resting ??= this.#keepPicture(longest).then(() => {
      this.#resting = undefined;
      // Where somebody waits for an answer, its turn comes again.
      if (this.frame && this.#requests.size === 0) this.#close();
      arrangeSoon();
    });
    return this.#resting;
  }

  /** How much it matters that this one is open. */
  weight(): number {
    const reasons = [this.near, this.shown, this.isPressed].filter(Boolean).length;
    return this.#resting ? -1 : reasons;
  }

  /** Sees whether it is seen, and how large, and tells the figure. */
  look(): void {
    // In older browsers every figure that is near counts as seen.
    const visible =
      this.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;
    const scale = Math.round((100 * this.getBoundingClientRect().width) / this.offsetWidth) / 100;
    this.shown = this.near && visible;
    this.isPressed &&= this.shown;
    const told = `${this.shown} ${scale}`;
    if (!this.#isReady || !this.frame || told === this.#told) return;
    this.#told = told;
    if (this.shown && opened.delete(this)) opened.add(this);
    this.request('present', { shown: this.shown, scale: scale || 1 }).then(
      () => this.#cover(false),
      () => undefined,
    );
    if (this.shown) return;
    this.frame.blur();
    // Of a slide that is not laid out, there is no picture to be had later on.
    if (all.size > MOST_OPEN) void this.#keepPicture();
  }

  async request(method: string, params?: object): Promise<unknown> {
    if (this.isConnected) await this.wake();
    if (!this.isConnected) throw new Error(GONE);
    if (!this.#isReady) this.#wakeFigure();
    return this.#requests.ask(
      (message) => void this.ready.then(() => this.#post(message)),
      method,
      params,
    );
  }

  #post(message: object): void {
    this.frame?.contentWindow?.postMessage(message, new URL(site).origin);
  }

  /** A figure wakes by itself when it is seen, and out of sight by whatever it is told. */
  #wakeFigure(): void {
    // To whomever: the frame may not have left the page that every frame begins with.
    this.frame?.contentWindow?.postMessage({ seikika: PROTOCOL }, '*');
  }

  #close(): void {
    this.frame?.remove();
    this.frame = undefined;
    opened.delete(this);
    this.#requests.reject(GONE);
    this.#cover(true);
    this.#expectReady();
  }

  /** Makes a picture of the present state, unless there is one, or it cannot be had. */
  async #keepPicture(longest = LONGEST_PICTURE): Promise<void> {
    if (!this.#isReady || this.#pictured === this.#query) return;
    const state = this.#query;
    const late = new Promise((resolve) => setTimeout(resolve, longest));
    const picture = this.request('snapshot', { scale: 2 }).catch(() => undefined);
    const blob = await Promise.race([picture, late]);
    if (!(blob instanceof Blob)) return;
    const { kept } = this.#look;
    URL.revokeObjectURL(kept.src);
    kept.src = URL.createObjectURL(blob);
    this.#pictured = state;
    await kept.decode().catch(() => undefined);
  }

  #cover(isShown: boolean): void {
    const { cover, slot, kept } = this.#look;
    cover.hidden = !isShown;
    kept.hidden = this.#pictured === undefined;
    slot.hidden = !kept.hidden;
  }

  #read(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #name(): string {
    return this.getAttribute('title') ?? this.#read('widget');
  }

  #take({ source, data }: MessageEvent): void {
    if (!this.frame || source !== this.frame.contentWindow || data?.seikika !== PROTOCOL) return;
    if (data.event) this.#tell(data);
    else this.#requests.take(data);
    arrangeSoon();
  }

  #tell({ event, ...detail }: { event: string; query?: string; height?: number }): void {
    this.#query = detail.query ?? this.#query;
    if (event === 'ready') {
      this.#isReady = true;
      this.#markReady();
    }
    if (event === 'resize' && this.#follows) this.style.height = `${detail.height}px`;
    const isKey = event === 'key';
    const told = new CustomEvent(event, { detail, bubbles: isKey, cancelable: isKey });
    if (this.dispatchEvent(told) && isKey) pressAgain(this, detail as unknown as PressedKey);
  }
}

for (const method of methods) {
  Object.defineProperty(SeikikaWidget.prototype, method, {
    value(this: SeikikaWidget, params?: object) {
      return this.request(method, params);
    },
  });
}
