/** The address of a screen of this page's chapter, in this language or in that of another page. */
export function addressOf(
  view: 'lecture' | 'presenter',
  screen: string,
  page: string = location.href,
): string {
  const address = new URL(page);
  const search = new URLSearchParams(location.search);
  search.delete('lecture');
  search.delete('presenter');
  const rest = search.size > 0 ? `&${search}` : '';
  // Written out, so that the title's is “?lecture”.
  address.search = `${view}${screen === '' ? '' : `=${encodeURIComponent(screen)}`}${rest}`;
  address.hash = '';
  return address.href;
}

/** The screen that the address names; undefined if it asks for another view. */
export function screenOf(view: 'lecture' | 'presenter'): string | undefined {
  return new URLSearchParams(location.search).get(view) ?? undefined;
}
