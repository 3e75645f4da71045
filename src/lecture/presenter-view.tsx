import type { Signal } from '@preact/signals-core';
import { addressOf } from './address.ts';
import type { FigureNews, Message } from './channel.ts';
import type { Course } from './course.ts';
import { FigureControls } from './figure-controls.tsx';
import type { Move } from './keys.ts';
import { notesOf } from './notes.ts';
import { Part } from './part.tsx';
import { Picture } from './picture.tsx';
import type { Timer } from './timer.ts';
import { TimerView } from './timer-view.tsx';
import { say } from './words.ts';

/** What a presenter's window has been told. */
export type Heard = {
  /** Whether a lecture has answered. */
  readonly connected: Signal<boolean>;
  /** What can be done with the figure on the screen. */
  readonly figure: Signal<FigureNews | undefined>;
  /** How figures looked when they were last on, by their ids. */
  readonly pictures: Signal<Readonly<Record<string, string>>>;
};

export type PresenterProps = {
  readonly main: HTMLElement;
  readonly course: Course;
  readonly heard: Heard;
  readonly timer: Timer;
  readonly move: (where: Move) => void;
  /** Undefined where windows cannot talk to each other. */
  readonly send: ((message: Message) => void) | undefined;
};

/** Notes at the left; time, this screen and the next one at the right; below, what can be done. */
export function PresenterView({ main, course, heard, timer, move, send }: PresenterProps) {
  const { screens } = course;
  const index = course.index.value;
  const screen = screens[index];
  const next = screens.at(index + 1);
  const notes = notesOf(screen, main);
  const position = `${index + 1} / ${screens.length}`;
  const isLast = !next && (screen.kind !== 'predict' || course.revealed.value);

  function handleClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    const { try: figure, state } = link.dataset;
    if (figure !== undefined && state !== undefined) send?.({ kind: 'try', figure, state });
  }

  return (
    <>
      {!send && <p class="presenter-trouble">{say('noChannel')}</p>}
      {send && !heard.connected.value && (
        <p class="presenter-trouble">
          {say('alone')}{' '}
          <a href={addressOf('lecture', screen.id)} target="_blank">
            {say('openLecture')}
          </a>
        </p>
      )}
      <section class="presenter-notes" aria-label={say('notes')}>
        <p class="presenter-position">
          {position} · {screens[0].title}
        </p>
        <h1>{screen.title}</h1>
        <div class="presenter-text" data-text onClick={handleClick} key={screen.id}>
          {notes.map((note, place) => (
            <Part key={place} element={note} />
          ))}
          {notes.length === 0 && <p class="presenter-quiet">{say('noNotes')}</p>}
        </div>
      </section>
      <div class="presenter-side">
        <TimerView timer={timer} />
        <section aria-label={say('now')}>
          <p class="presenter-label">{say('now')}</p>
          <Picture
            key={screen.id}
            screen={screen}
            html={heard.pictures.value[screen.id]}
            revealed={course.revealed.value}
          />
        </section>
        <section class="presenter-next">
          <p class="presenter-label">{say('coming')}</p>
          {next ? (
            <Picture
              key={next.id}
              screen={next}
              html={heard.pictures.value[next.id]}
              revealed={false}
            />
          ) : (
            <p class="presenter-quiet">{say('last')}</p>
          )}
        </section>
      </div>
      <footer>
        <button type="button" aria-disabled={index === 0} onClick={() => move('back')}>
          ‹ {say('back')}
        </button>
        <button type="button" class="main" aria-disabled={isLast} onClick={() => move('next')}>
          {say('next')} ›
        </button>
        {screen.kind === 'figure' && heard.figure.value && (
          <FigureControls
            news={heard.figure.value}
            onAct={(act) => send?.({ kind: 'act', screen: screen.id, act })}
          />
        )}
        <p class="visually-hidden" aria-live="polite">
          {position}, {screen.title}
        </p>
      </footer>
    </>
  );
}
