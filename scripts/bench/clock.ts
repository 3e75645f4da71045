import type { Page } from 'playwright';

export type Clock = { readonly times: number[] };

/** What shows that an edit has been answered, and the keys that make one; every key does if none are given. */
export type Answer = {
  readonly selector: string;
  readonly attribute: string;
  readonly keys?: readonly string[];
};

/** From the next key on: writes down how long it took until the answer had changed and had been painted. */
export function startClock(page: Page, answer: Answer): Promise<void> {
  return page.evaluate(({ selector, attribute, keys }) => {
    const clock: Clock = { times: [] };
    Object.assign(window, { clock });
    let pressed: number | undefined;
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (!keys || keys.includes(key)) pressed = timeStamp;
      },
      true,
    );
    const shown = document.querySelector(selector);
    if (!shown) throw new Error(`There is no ${selector}`);
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const start = pressed;
      pressed = undefined;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => clock.times.push(performance.now() - start);
        painted.port2.postMessage(undefined);
      });
    }).observe(shown, { subtree: true, attributeFilter: [attribute] });
  }, answer);
}
