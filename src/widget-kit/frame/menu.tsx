import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

export type MenuProps = {
  readonly label: string;
  /** Called when the menu opens, so that closed menus cost nothing. */
  readonly children: (close: () => void) => ComponentChildren;
};

/** A word in the bar that opens a panel; Escape and a press outside close it. */
export function Menu({ label, children }: MenuProps) {
  const id = useId();
  const open = useSignal(false);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <span class="menu">
      <button type="button" popovertarget={id} aria-expanded={open.value}>
        {label}
      </button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        class="menu-panel"
        role="dialog"
        aria-label={label}
        onToggle={(event) => {
          open.value = event.newState === 'open';
        }}
      >
        {open.value && children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
