import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useShown, useWidget } from '#kit/context.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import { FileButton } from './file-button.tsx';
import { loadDataReader } from './late.ts';

export type DataFilesProps = {
  /** The param that says which data are learned from. */
  readonly name: string;
  /** Cells a side that pictures are brought to, and how many are wanted. */
  readonly side: number;
  readonly count: number;
  /** Called when files have been read: what they hold is with the figure's run by then. */
  readonly onRead: () => void;
};

/** Data of the reader's own: files of MNIST's or CIFAR-10's kind, chosen or dropped on the figure. */
export function DataFiles({ name, side, count, onRead }: DataFilesProps) {
  const { run, k } = useWidget();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const problem = useSignal<string | undefined>(undefined);
  const visible = useShown(name);

  async function take(files: readonly File[]): Promise<void> {
    if (!run || files.length === 0) return;
    const { FilesError, readDataFiles } = await loadDataReader();
    try {
      run.data.value = await readDataFiles(files, { side, count });
      problem.value = undefined;
      onRead();
    } catch (error) {
      if (!(error instanceof FilesError)) throw error;
      problem.value = k(`files.${error.fault}`, { count });
    }
  }

  useEffect(() => {
    const target = root.current?.closest<HTMLElement>('[data-widget]');
    if (!target) return;
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void take(Array.from(event.dataTransfer?.files ?? []));
    };
    target.addEventListener('dragover', allow);
    target.addEventListener('drop', drop);
    return () => {
      target.removeEventListener('dragover', allow);
      target.removeEventListener('drop', drop);
    };
  }, []);

  if (!visible || !run) return null;
  return (
    <div class="control data-files" ref={root}>
      <span id={`${id}-about`}>{k('dataFiles')}</span>
      <FileButton
        label={k('chooseFiles')}
        describedBy={`${id}-about ${id}-message`}
        multiple
        onFiles={(files) => void take(files)}
      />
      {run.data.value && <span>{k('dataRead', heldBy(run.data.value))}</span>}
      <span id={`${id}-message`} class="control-message" role="alert">
        {problem.value}
      </span>
    </div>
  );
}

const heldBy = ({ labels, classes }: DataSet) => ({
  count: labels.length,
  classes: classes.slice(0, 3).join(', '),
});
