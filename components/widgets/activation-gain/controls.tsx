import { Control } from '#controls/control.tsx';

/** The activation, and the sample that is drawn. */
export function Controls() {
  return (
    <div class="control-row">
      <Control name="activation" />
      <Control name="size" />
      <Control name="seed" />
    </div>
  );
}
