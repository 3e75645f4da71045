import type { Act, FigureNews } from './channel.ts';
import { say } from './words.ts';

export type FigureControlsProps = {
  readonly news: FigureNews;
  readonly onAct: (act: Act) => void;
};

/** What of the figure on the screen can be done from the presenter's window. */
export function FigureControls({ news: { player, running }, onAct }: FigureControlsProps) {
  return (
    <div class="presenter-figure" role="group" aria-label={say('figure')}>
      {player && (
        <>
          <button
            type="button"
            aria-label={say('stepBack')}
            aria-disabled={player.step === 0}
            onClick={() => onAct('stepBack')}
          >
            ‹
          </button>
          <button type="button" onClick={() => onAct(player.playing ? 'pause' : 'play')}>
            {say(player.playing ? 'pause' : 'play')}
          </button>
          <button
            type="button"
            aria-label={say('stepForward')}
            aria-disabled={player.step === player.last}
            onClick={() => onAct('stepForward')}
          >
            ›
          </button>
          <span>
            {player.step + player.countsFrom} / {player.last + player.countsFrom}
          </span>
        </>
      )}
      {running !== undefined && (
        <button type="button" onClick={() => onAct(running ? 'stop' : 'run')}>
          {say(running ? 'stop' : 'run')}
        </button>
      )}
      <button type="button" onClick={() => onAct('resetFigure')}>
        {say('resetFigure')}
      </button>
    </div>
  );
}
