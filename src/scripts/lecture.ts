// The lecture view is for the few readers who teach: its code comes when they open it, not with the page.
const load = () => import('#src/lecture/lecture.ts');

const isAsked = (): boolean =>
  ['lecture', 'presenter'].some((name) => new URLSearchParams(location.search).has(name));

/** Opens the lecture view where the address asks for it, and by its link. */
export function watchLecture(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-to-lecture]');
  const { dataset } = document.documentElement;

  async function follow(): Promise<void> {
    try {
      const { followAddress } = await load();
      followAddress();
    } catch {
      if (link?.dataset.refused) link.textContent = link.dataset.refused;
    }
    delete dataset.awaits;
  }

  let opened = isAsked();
  if (opened) void follow();
  addEventListener('popstate', () => {
    if (opened) void follow();
  });
  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    opened = true;
    history.pushState(null, '', `?lecture${location.search.replace('?', '&')}`);
    void follow();
  });
}
