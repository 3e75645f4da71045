import { useWidget } from '../context.ts';
import { goTo, play, positionOf } from '../playing.ts';

/** Play, step and scrub through a widget's timeline. Nothing plays until the reader asks. */
export function Playback() {
  const surroundings = useWidget();
  const { widget, playing, k } = surroundings;
  const position = positionOf(surroundings);
  if (!widget.timeline || !position) return null;
  const { step, last } = position;
  const { countsFrom } = widget.timeline;
  const words = k('step', { step: step + countsFrom, steps: last + countsFrom });

  return (
    <div class="playback">
      <button
        type="button"
        class="play"
        onClick={() => {
          if (playing.value) playing.value = false;
          else play(surroundings);
        }}
        aria-label={k(playing.value ? 'pause' : 'play')}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing.value ? 'M2.5 1h2.5v10h-2.5zM7 1h2.5v10h-2.5z' : 'M3 1 11 6 3 11z'} />
        </svg>
      </button>
      <button
        type="button"
        class="nudge"
        onClick={() => goTo(surroundings, step - 1)}
        aria-label={k('stepBack')}
        aria-disabled={step === 0}
      >
        ‹
      </button>
      <button
        type="button"
        class="nudge"
        onClick={() => goTo(surroundings, step + 1)}
        aria-label={k('stepForward')}
        aria-disabled={step === last}
      >
        ›
      </button>
      <span class="position">{words}</span>
      <input
        type="range"
        min={0}
        max={last}
        value={step}
        style={`--part:${last > 0 ? step / last : 0}`}
        aria-label={k('scrub')}
        aria-valuetext={words}
        onInput={(event) => {
          playing.value = false;
          goTo(surroundings, event.currentTarget.valueAsNumber);
        }}
      />
    </div>
  );
}
