import { drawn } from '#engine/drawn.ts';

/** Parts of its size that a figure may be shown at: the largest at which all of it is in its frame. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** Parts of the frame that scenes reckon with: lower ones leave more room for words that are as large. */
const ROOMS = [1, 0.75] as const;

/** Makes what stands in a frame of a given height as small as it must be; the smallest scrolls. */
export function fitFrame(content: HTMLElement): void {
  let scale: number = SCALES[0];
  let fitting = false;

  const overflows = (): boolean => Math.floor(content.offsetHeight * scale) > innerHeight;

  async function fit(): Promise<void> {
    if (fitting) return;
    fitting = true;
    const rooms = content.querySelector('.scene') ? ROOMS : ([1] as const);
    const attempts = SCALES.flatMap((tried) => rooms.map((room) => ({ room, tried })));
    for (const { room, tried } of attempts) {
      scale = tried;
      content.style.setProperty('--room-height', `${(room * innerHeight) / scale}px`);
      content.style.width = `${innerWidth / scale}px`;
      content.style.transform = scale < 1 ? `scale(${scale})` : '';
      // Charts and scenes follow their width.
      await drawn();
      if (!overflows()) break;
    }
    fitting = false;
  }

  Object.assign(content.style, { transformOrigin: '0 0', boxSizing: 'border-box' });
  document.documentElement.style.overflowX = 'hidden';
  addEventListener('resize', () => void fit());
  new ResizeObserver(() => {
    if (!fitting && overflows()) void fit();
  }).observe(content);
}
