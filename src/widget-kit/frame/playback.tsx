import { useEffect } from 'preact/hooks';
import type { Arrays } from '#engine/messages.ts';
import { useWidget } from '../context.ts';
import type { Timeline } from '../define-widget.ts';
import type { ParamsOf, Schema } from '../params.ts';

type AnyTimeline = Timeline<ParamsOf<Schema>, Arrays>;

/** Play, step and scrub through a widget's timeline. Nothing plays until the reader asks. */
export function Playback({ timeline }: { readonly timeline: AnyTimeline }) {
  const { state, playing, k } = useWidget();
  const { params, result } = state.answered.value;
  const steps = timeline.steps(params, result);
  const step = Math.min(state.params.value[timeline.param] as number, steps - 1);

  const { countsFrom } = timeline;
  const position = k('step', { step: step + countsFrom, steps: steps - 1 + countsFrom });

  function goTo(target: number): void {
    state.show({ [timeline.param]: Math.min(Math.max(target, 0), steps - 1), ...timeline.with });
  }

  useEffect(() => {
    if (!playing.value) return;
    // Readers who ask for less motion get the same in one change a second.
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const stride = calm ? timeline.perSecond : 1;
    const timer = setInterval(
      () => {
        if (document.hidden) return;
        const now = Math.min(state.params.peek()[timeline.param] as number, steps - 1);
        if (now >= steps - 1) playing.value = false;
        else state.show({ [timeline.param]: Math.min(now + stride, steps - 1), ...timeline.with });
      },
      (1000 * stride) / timeline.perSecond,
    );
    return () => clearInterval(timer);
  }, [playing.value, steps]);

  function toggle(): void {
    if (!playing.value && step === steps - 1) goTo(0);
    playing.value = !playing.value;
  }

  return (
    <div class="playback">
      <button
        type="button"
        class="play"
        onClick={toggle}
        aria-label={k(playing.value ? 'pause' : 'play')}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing.value ? 'M2.5 1h2.5v10h-2.5zM7 1h2.5v10h-2.5z' : 'M3 1 11 6 3 11z'} />
        </svg>
      </button>
      <button
        type="button"
        class="nudge"
        onClick={() => goTo(step - 1)}
        aria-label={k('stepBack')}
        aria-disabled={step === 0}
      >
        ‹
      </button>
      <button
        type="button"
        class="nudge"
        onClick={() => goTo(step + 1)}
        aria-label={k('stepForward')}
        aria-disabled={step === steps - 1}
      >
        ›
      </button>
      <span class="position">{position}</span>
      <input
        type="range"
        min={0}
        max={steps - 1}
        value={step}
        style={`--part:${steps > 1 ? step / (steps - 1) : 0}`}
        aria-label={k('scrub')}
        aria-valuetext={position}
        onInput={(event) => {
          playing.value = false;
          goTo(event.currentTarget.valueAsNumber);
        }}
      />
    </div>
  );
}
