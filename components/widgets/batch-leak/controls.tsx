import { Control } from '#controls/control.tsx';

/** What can be set and has no body in the figure. */
export function Controls() {
  return (
    <div class="control-row">
      <Control name="activation" />
    </div>
  );
}
