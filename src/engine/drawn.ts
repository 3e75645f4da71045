/** A page that is not shown draws nothing, in milliseconds. */
const LONGEST = 100;

/** Resolves when what has just been changed has been drawn, or after a while where nothing is. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST);
    // A frame is drawn after what is called for it; the next task comes thereafter.
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      });
    });
  });
}
