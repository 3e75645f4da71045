/** Keys by the codes that slide tools go by which are older than `key`. */
const codes: Readonly<Record<string, number>> = {
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

export type PressedKey = { readonly key: string; readonly shift: boolean };

/** Presses a key that a figure had no use for in the page around it. */
export function pressAgain(target: EventTarget, { key, shift }: PressedKey): void {
  const init = { key, keyCode: codes[key], shiftKey: shift, bubbles: true, cancelable: true };
  for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, init));
}
