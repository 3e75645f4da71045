/** What in a figure has a use of its own for which of these keys. */
const uses: readonly (readonly [controls: string, keys: RegExp])[] = [
  ['input:not([type="checkbox"], [type="radio"]), select, textarea', /./],
  ['button, [type="checkbox"]', /^ $/],
  ['[type="radio"]', /^( |Arrow)/],
  ['[role="grid"]', /^(Arrow|Page)/],
];

/** Whether something on the page has a use of its own for a key, which then is not one for turning slides. */
export function isTaken({ key, target }: KeyboardEvent): boolean {
  if (key === 'Escape' && document.querySelector(':popover-open')) return true;
  return (
    target instanceof Element &&
    uses.some(([controls, keys]) => keys.test(key) && target.closest(controls))
  );
}
