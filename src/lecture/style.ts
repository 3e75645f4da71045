/** Gives the page a stylesheet for a while; returns what takes it away. */
export function addStyle(css: string): () => void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return () => style.remove();
}
