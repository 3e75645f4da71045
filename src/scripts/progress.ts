import { readStored, store } from './storage.ts';

const KEY = 'seikika:read';

/** How far each chapter has been read, 0 to 1, by slug; the same in both languages. */
export function readProgress(): Readonly<Record<string, number>> {
  try {
    const parsed: unknown = JSON.parse(readStored('localStorage', KEY) ?? '{}');
    const entries = Object.entries(parsed ?? {}).filter(([, part]) => typeof part === 'number');
    return Object.fromEntries(entries) as Record<string, number>;
  } catch {
    return {};
  }
}

/** Remembers how far the chapter of this page has been read, and marks the section in view. */
export function watchProgress(): void {
  const main = document.querySelector<HTMLElement>('[data-chapter]');
  const slug = main?.dataset.chapter;
  if (!main || !slug) return;
  const links = Array.from(main.querySelectorAll<HTMLAnchorElement>('.contents a'));
  const targets = links.map((link) => document.getElementById(link.hash.slice(1)));
  let scheduled = false;

  function update(): void {
    scheduled = false;
    if (!main || !slug) return;
    const { top, height } = main.getBoundingClientRect();
    const part = Math.min(Math.max((innerHeight - top) / height, 0), 1);
    const all = readProgress();
    if (part > (all[slug] ?? 0)) {
      const rounded = Math.round(part * 100) / 100;
      store('localStorage', KEY, JSON.stringify({ ...all, [slug]: rounded }));
    }
    const current = targets.findLastIndex(
      (target) => target && target.getBoundingClientRect().top < innerHeight / 3,
    );
    links.forEach((link, index) => {
      if (index === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  addEventListener(
    'scroll',
    () => {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(update);
    },
    { passive: true },
  );
  update();
}

/** Writes on the map how far each chapter has been read. */
export function showProgress(): void {
  const all = readProgress();
  for (const place of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    const { progress: slug = '', read = '', finished = '' } = place.dataset;
    const part = all[slug] ?? 0;
    if (part >= 0.97) place.textContent = finished;
    else if (part > 0)
      place.textContent = read.replace('{percent}', String(Math.round(part * 100)));
  }
}
