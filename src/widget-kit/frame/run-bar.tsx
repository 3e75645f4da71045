import { useWidget } from '../context.ts';
import type { RunControl } from '../run-control.ts';

/** Starts, pauses and ends a figure's experiment, and says how far it is and what it is made from. */
export function RunBar() {
  const { run, state, k } = useWidget();
  if (!run) return null;
  const status = run.status.value;
  const atRest = status === 'at-rest';
  return (
    <div class="run-bar" data-status={status} data-outdated={state.outdated.value}>
      {atRest ? (
        <button type="button" class="run" onClick={() => void run.start()}>
          {k(state.outdated.value ? 'runThese' : 'runAgain')}
        </button>
      ) : (
        <>
          {status === 'paused' ? (
            <button type="button" onClick={() => run.resume()}>
              {k('goOn')}
            </button>
          ) : (
            <button type="button" onClick={() => run.pause()}>
              {k('pause')}
            </button>
          )}
          <button type="button" onClick={() => run.stop()}>
            {k('stop')}
          </button>
        </>
      )}
      {!atRest && <Progress run={run} />}
      <Recipe />
    </div>
  );
}

function Progress({ run }: { readonly run: RunControl }) {
  const { k } = useWidget();
  const progress = run.progress.value;
  if (!progress) return <span class="progress">{k('starting')}</span>;
  const { done, total, milliseconds } = progress;
  const seconds = Math.ceil((milliseconds / Math.max(done, 1) / 1000) * (total - done));
  return (
    <span class="progress">
      <progress value={done} max={total} aria-label={k('runProgress')} />{' '}
      {k('step', { step: done, steps: total })} · {k('timeLeft', { seconds })}
    </span>
  );
}

/** What the figure's run was made from, or that the present settings have not been run. */
function Recipe() {
  const { run, widget, state, k, t } = useWidget();
  const { params, computedBy } = state.answered.value;
  const progress = run?.progress.value;
  const isCut = progress && progress.done < progress.total && run?.status.value === 'at-rest';
  return (
    <p class="recipe">
      {k(computedBy ? 'runHere' : 'runBuilt')} {widget.run?.recipe(params, t)}
      {isCut && <> {k('runCut', { step: progress.done, steps: progress.total })}</>}
      {state.outdated.value && <strong> {k('runOutdated')}</strong>}
    </p>
  );
}
