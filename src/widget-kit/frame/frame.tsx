import type { ReadonlySignal } from '@preact/signals-core';
import { useId, useRef } from 'preact/hooks';
import type { CpuCheck } from '../cpu-check.ts';
import { useWidget } from '../context.ts';
import type { LinkNote } from '../link.ts';
import { Badge } from './badge.tsx';
import { Bar } from './bar.tsx';
import { Goal } from './goal.tsx';
import { Failure, Notes } from './notes.tsx';
import { Playback } from './playback.tsx';
import { RunBar } from './run-bar.tsx';
import { Spoken } from './spoken.tsx';

/** How much of the frame shows: all, playback only, or nothing but the figure. */
export const uiLevels = ['full', 'min', 'none'] as const;

export type UiLevel = (typeof uiLevels)[number];

export type FrameProps = {
  readonly ui: UiLevel;
  readonly model: unknown;
  readonly check: ReadonlySignal<CpuCheck | undefined>;
  readonly notes: ReadonlySignal<readonly LinkNote[]>;
  readonly onDismissNotes: () => void;
};

/** What stands around every widget: title, actions, figure, playback, and what computed it. */
export function Frame({ ui, model, check, notes, onDismissNotes }: FrameProps) {
  const { widget, state, challenge, controls, t } = useWidget();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  // Where little is to show, those controls do that somebody has named.
  const showsControls = ui === 'full' || (ui === 'min' && controls.value !== undefined);

  function handleKey(event: KeyboardEvent): void {
    const inText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (inText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) state.redo();
    else state.undo();
  }

  return (
    <div
      ref={root}
      class="widget"
      role="group"
      aria-labelledby={`${id}-title`}
      data-ui={ui}
      onKeyDown={handleKey}
    >
      {ui === 'full' && <Bar titleId={`${id}-title`} model={model} root={root} />}
      {ui !== 'full' && (
        <p id={`${id}-title`} class="visually-hidden">
          {t('title')}
        </p>
      )}
      <Notes notes={notes} onDismiss={onDismissNotes} />
      <Spoken model={model} />
      {challenge.value && <Goal key={challenge.value} challenge={challenge.value} />}
      <div class="stage" data-stage>
        <widget.View model={model} t={t} />
      </div>
      <Failure />
      {ui !== 'none' && (
        <>
          <RunBar />
          <Playback />
        </>
      )}
      {showsControls && (
        <div class="controls">
          <widget.Controls model={model} t={t} />
        </div>
      )}
      {ui === 'full' && <Badge check={check} />}
    </div>
  );
}
