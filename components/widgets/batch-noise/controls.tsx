import { Control } from '#controls/control.tsx';
import { usePart } from '#kit/part.ts';

export function Controls() {
  return (
    <>
      <div class="control-row">
        <span {...usePart('batch-size')}>
          <Control name="batchSize" />
        </span>
        <span {...usePart('pixels')}>
          <Control name="side" />
        </span>
        <span {...usePart('correlation')}>
          <Control name="correlation" />
        </span>
      </div>
      <div class="control-row">
        <Control name="seed" />
        <Control name="table" />
      </div>
    </>
  );
}
