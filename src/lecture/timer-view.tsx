import { durationText, type Timer } from './timer.ts';
import { locale, say } from './words.ts';

/** How long it has been, large, with the time of day beside it. */
export function TimerView({ timer }: { readonly timer: Timer }) {
  const now = timer.now.value.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  return (
    <section class="presenter-timer" aria-label={say('timer')}>
      <p>
        <span role="timer">{durationText(timer.seconds.value)}</span>
        <time title={say('clock')}>{now}</time>
      </p>
      <button type="button" onClick={() => timer.toggle()}>
        {say(timer.running.value ? 'pause' : 'start')}
      </button>
      <button type="button" onClick={() => timer.reset()}>
        {say('reset')}
      </button>
    </section>
  );
}
