import { useSignal } from '@preact/signals';
import { useWidget } from '../context.ts';
import type { PanelProps } from './late-panel.tsx';
import { stageToPng, stageToSvg } from '../export/picture.ts';

const SCALES = [2, 4];

/** The figure as a picture file. */
export function ExportPanel({ root }: PanelProps) {
  const { widget, k } = useWidget();
  const problem = useSignal<string | undefined>(undefined);

  async function save(format: 'png' | 'svg', scale: number): Promise<void> {
    const stage = root.current?.querySelector<HTMLElement>('[data-stage]');
    if (!stage) return;
    try {
      problem.value = undefined;
      const picture = format === 'svg' ? stageToSvg(stage) : await stageToPng(stage, scale);
      download(picture, `${widget.id}.${format}`);
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  return (
    <>
      <p>{k('exportText')}</p>
      {SCALES.map((scale) => (
        <button key={scale} type="button" onClick={() => void save('png', scale)}>
          {k('exportPng', { scale })}
        </button>
      ))}
      <button type="button" onClick={() => void save('svg', 1)}>
        {k('exportSvg')}
      </button>
      <span role="alert">{problem.value && k('exportFailed', { reason: problem.value })}</span>
    </>
  );
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
