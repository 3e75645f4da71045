import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useWidget } from '../context.ts';
import { loadPicture } from '../late.ts';
import { Menu } from './menu.tsx';

const SCALES = [2, 4];

/** The figure as a picture file. */
export function ExportMenu({ root }: { readonly root: RefObject<HTMLElement> }) {
  const { widget, k } = useWidget();
  const problem = useSignal<string | undefined>(undefined);

  async function save(format: 'png' | 'svg', scale: number): Promise<void> {
    const stage = root.current?.querySelector<HTMLElement>('[data-stage]');
    if (!stage) return;
    try {
      problem.value = undefined;
      const { stageToPng, stageToSvg } = await loadPicture();
      const picture = format === 'svg' ? stageToSvg(stage) : await stageToPng(stage, scale);
      download(picture, `${widget.id}.${format}`);
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  return (
    <Menu label={k('export')}>
      {() => (
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
      )}
    </Menu>
  );
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
