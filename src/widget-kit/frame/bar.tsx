import type { RefObject } from 'preact';
import { useWidget } from '../context.ts';
import { ExamplesMenu } from './examples-menu.tsx';
import { FullScreenButton } from './full-screen.tsx';
import { PanelMenu } from './late-panel.tsx';

export type BarProps = {
  readonly titleId: string;
  readonly model: unknown;
  readonly root: RefObject<HTMLElement>;
};

/** Title and setting at the left; what a reader can do with the figure at the right, as quiet words. */
export function Bar({ titleId, model, root }: BarProps) {
  const { widget, state, k, t } = useWidget();
  return (
    <div class="bar">
      <p class="name">
        <b id={titleId}>{t('title')}</b> <span class="summary">{widget.summary(model, t)}</span>
      </p>
      <div class="actions">
        <button type="button" aria-disabled={!state.canUndo.value} onClick={() => state.undo()}>
          {k('undo')}
        </button>
        <button type="button" aria-disabled={!state.canRedo.value} onClick={() => state.redo()}>
          {k('redo')}
        </button>
        <button type="button" onClick={() => state.reset()}>
          {k('reset')}
        </button>
        <ExamplesMenu />
        <PanelMenu name="share" root={root} model={model} />
        <PanelMenu name="embed" root={root} model={model} />
        <PanelMenu name="export" root={root} model={model} />
        <PanelMenu name="code" root={root} model={model} />
        <FullScreenButton root={root} />
      </div>
    </div>
  );
}
