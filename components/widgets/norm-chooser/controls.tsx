import { Control } from '#controls/control.tsx';

/** The batch size where it is none of the figure's, and the layer whose statistics are taken. */
export function Controls() {
  return (
    <>
      <div class="control-row">
        <Control name="task" />
        <Control name="architecture" />
        <Control name="batch" />
      </div>
      <div class="control-row">
        <Control name="channels" />
        <Control name="side" />
        <Control name="groups" />
        <Control name="seed" />
      </div>
    </>
  );
}
