/** Longest wait for a frame, in milliseconds: a window that nobody sees draws none. */
const PATIENCE = 120;

/** Resolves when the page has been laid out and drawn once more. */
export function soon(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
