import { enlargement } from '#kit/on-stage.ts';
import { drawn } from '#engine/drawn.ts';

/** Where the controls of a figure stand: below it, as in the chapter, or beside it. */
type Layout = { readonly width: number; readonly beside: boolean };

/** How high a figure is where it is laid out like this, in CSS pixels before it is enlarged. */
type Measured = Layout & { readonly height: number };

/** Pixels by which a figure may change its height and stay as it is laid out. */
const SLACK = 4;

type Fitted = Layout & { readonly scale: number };

export type Room = { readonly width: number; readonly height: number };

/** Widths that a figure is tried at. In a chapter it is up to 960 pixels wide, 1156 for projectors. */
const WIDTHS = [840, 1000, 1180, 1400, 1600] as const;

/**
 * How large a figure's words may be, as the number of lines that would make the height of a screen: the
 * largest; those of a figure that scrolls; and the smallest, for the sake of a figure that does not.
 */
const LINES = { largest: 40, scrolling: 60, smallest: 84 } as const;

/** A layout this near to the largest words may have the larger picture instead. */
const NEARLY = 0.95;

/** Part of the room that is used, so that a line more does not make the figure scroll. */
const USED = 0.985;

/**
 * The layout that makes words as large as a screen allows, and among those that come near to it the one
 * with the largest picture. A figure for which the room is too low stays legible and scrolls.
 * @param small height of the figure's letters before they are enlarged, in CSS pixels
 * @param screen height of the screen, by which letters are measured
 */
export function bestFit(
  measured: readonly Measured[],
  room: Room,
  small: number,
  screen: number,
): Fitted {
  const scaleFor = (lines: number): number => screen / (lines * small);
  const fits = measured.map(({ width, beside, height }) => {
    const widest = Math.min(room.width / width, scaleFor(LINES.largest));
    return {
      width,
      beside,
      height,
      widest,
      fitting: Math.min(widest, (USED * room.height) / height),
    };
  });
  const largest = Math.max(...fits.map(({ fitting }) => fitting));
  if (largest >= scaleFor(LINES.smallest)) {
    const [best] = fits
      .filter(({ fitting }) => fitting >= NEARLY * largest)
      .sort((a, b) => b.width * b.fitting - a.width * a.fitting);
    return { ...best, scale: best.fitting };
  }
  const scale = scaleFor(LINES.scrolling);
  const legible = fits.filter(({ widest }) => widest >= scale);
  const [lowest] = (legible.length > 0 ? legible : fits).sort((a, b) => a.height - b.height);
  return { ...lowest, scale: Math.min(scale, lowest.widest) };
}

const measuredOf = new WeakMap<HTMLElement, { readonly under: string; readonly all: Measured[] }>();

const underWay = new WeakMap<HTMLElement, Promise<void>>();

/**
 * Lays a figure out as large as its room allows. It is not to be seen while it is tried on; what it is
 * high by then stands in its `data-fitted`.
 */
export function fit(figure: HTMLElement): Promise<void> {
  const fitting = (underWay.get(figure) ?? Promise.resolve()).then(() => tryOn(figure));
  underWay.set(figure, fitting);
  return fitting;
}

async function tryOn(figure: HTMLElement): Promise<void> {
  const widget = figure.querySelector<HTMLElement>('[data-widget]');
  if (!widget) return;
  const under = circumstances();
  let known = measuredOf.get(figure);
  if (known?.under !== under) {
    const all = await measure(figure, widget);
    if (!all) return;
    known = { under, all };
    measuredOf.set(figure, known);
  }
  // It may have been put away in the meantime.
  if (widget.offsetHeight === 0) return;
  const room = roomOf(figure);
  const small = parseFloat(getComputedStyle(widget.firstElementChild ?? widget).fontSize);
  const best = bestFit(known.all, room, small, innerHeight);
  const height = heightOf(known.all, best);
  layOut(figure, best);
  figure.style.setProperty('--scale', String(best.scale));
  enlargement.value = Math.max(enlargement.peek(), best.scale);
  const left = room.left + Math.max(0, (room.width - best.scale * best.width) / 2);
  const top = room.top + Math.max(0, (room.height - best.scale * height) / 2);
  figure.style.setProperty('--left', `${left}px`);
  figure.style.setProperty('--top', `${top}px`);
  figure.toggleAttribute('data-scrolls', best.scale * height > room.height);
  // Charts and scenes follow once more, and what scrolls is in another order.
  await drawn();
  await drawn();
  const now = widget.offsetHeight;
  figure.style.setProperty('--bottom', `${top + best.scale * now}px`);
  figure.dataset.fitted = String(now);
}

/** Lays a figure out anew if it has become higher or lower since; tells whether it had. */
export async function fitAgain(figure: HTMLElement): Promise<boolean> {
  await underWay.get(figure);
  const before = Number(figure.dataset.fitted);
  const now = figure.querySelector<HTMLElement>('[data-widget]')?.offsetHeight ?? 0;
  if (!before || now === 0 || Math.abs(now - before) < SLACK) return false;
  measuredOf.delete(figure);
  await fit(figure);
  return true;
}

/** Takes a figure's layout away again. */
export function unfit(figure: HTMLElement): void {
  measuredOf.delete(figure);
  enlargement.value = 1;
  for (const name of ['--width', '--scale', '--left', '--top', '--bottom', '--room-height'])
    figure.style.removeProperty(name);
  delete figure.dataset.fitted;
  delete figure.dataset.beside;
  delete figure.dataset.scrolls;
}

async function measure(figure: HTMLElement, widget: HTMLElement): Promise<Measured[] | undefined> {
  const all: Measured[] = [];
  const hasControls = (figure.querySelector<HTMLElement>('.controls')?.offsetHeight ?? 0) > 30;
  delete figure.dataset.fitted;
  delete figure.dataset.scrolls;
  for (const width of WIDTHS) {
    for (const beside of hasControls ? [false, true] : [false]) {
      layOut(figure, { width, beside });
      // Charts and scenes follow their width, and are drawn anew.
      await drawn();
      await drawn();
      if (widget.offsetHeight === 0) return undefined;
      all.push({ width, beside, height: widget.offsetHeight });
    }
  }
  return all;
}

function layOut(figure: HTMLElement, { width, beside }: Layout): void {
  const room = roomOf(figure);
  figure.style.setProperty('--room-height', `${(room.height * width) / room.width}px`);
  figure.style.setProperty('--width', `${width}px`);
  figure.toggleAttribute('data-beside', beside);
}

const heightOf = (all: readonly Measured[], { width, beside }: Layout): number =>
  all.find((one) => one.width === width && one.beside === beside)?.height ?? 0;

/** What a figure's height depends on besides its width. */
function circumstances(): string {
  // A scene is as high as the window allows.
  return `${document.documentElement.dataset.theme} ${innerWidth} ${innerHeight}`;
}

/** What is left of the screen below the figure's caption. */
function roomOf(figure: HTMLElement): Room & { readonly left: number; readonly top: number } {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(figure);
  const [left, right, above, below] = [paddingLeft, paddingRight, paddingTop, paddingBottom].map(
    parseFloat,
  );
  const caption = figure.querySelector<HTMLElement>(':scope > figcaption');
  const top = caption?.offsetHeight ? caption.offsetTop + caption.offsetHeight + above / 2 : above;
  return {
    left,
    top,
    width: figure.clientWidth - left - right,
    height: figure.clientHeight - top - below,
  };
}
