import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWidget } from '../context.ts';
import { loadExportForm, loadPicture } from '../late.ts';
import type { PanelProps } from './late-panel.tsx';

const SCALES = [2, 4];

/** The figure as a picture or a film; only as a picture where the form for both cannot be had. */
export function ExportPanel(props: PanelProps) {
  const loaded = useSignal<{ readonly Form: ComponentType<PanelProps> } | undefined>(undefined);
  useEffect(() => {
    void loadExportForm().then(
      (Form) => {
        loaded.value = { Form };
      },
      () => {
        loaded.value = { Form: Pictures };
      },
    );
  }, []);
  const Form = loaded.value?.Form;
  return Form ? <Form {...props} /> : null;
}

/** What needs no network. */
function Pictures({ root }: PanelProps) {
  const { widget, k } = useWidget();
  const problem = useSignal<string | undefined>(undefined);

  async function save(format: 'png' | 'svg', scale: number): Promise<void> {
    const stage = root.current?.querySelector<HTMLElement>('[data-stage]');
    if (!stage) return;
    try {
      problem.value = undefined;
      const { download, stageToPng, stageToSvg } = await loadPicture();
      const picture = await (format === 'svg' ? stageToSvg(stage) : stageToPng(stage, scale));
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
