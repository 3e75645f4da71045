import { signal, useSignal, type Signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { localeNames, otherLocale } from '#i18n/locales.ts';
import { addressOf } from './address.ts';
import type { Course } from './course.ts';
import type { LectureTheme } from './lecture-theme.ts';
import { locale, say } from './words.ts';

/** How long the strip's words stay after the pointer has moved, in milliseconds. */
const AWAKE = 2500;

export type StripProps = {
  readonly course: Course;
  readonly theme: LectureTheme;
  /** Whether windows can talk to each other. */
  readonly channelled: boolean;
  readonly presenterAddress: () => string;
  /** False if the browser does not open a window. */
  readonly openPresenter: () => boolean;
  readonly turnCaption: () => void;
  readonly toggleFullScreen: () => void;
  readonly leave: () => void;
};

export type Strip = {
  openPresenter(): void;
  close(): void;
};

type Notice = 'blocked' | 'noChannel';

/** What stands below the screens: the chapter, the position, and what can be done, as quiet words. */
export function showStrip(props: StripProps): Strip {
  const root = document.createElement('footer');
  root.className = 'deck-strip';
  document.body.append(root);
  const stopWaking = wake(root);
  const notice = signal<Notice | undefined>(undefined);

  function openPresenter(): void {
    if (!props.channelled) notice.value = 'noChannel';
    else notice.value = props.openPresenter() ? undefined : 'blocked';
  }
  render(<StripView {...props} openPresenter={openPresenter} notice={notice} />, root);
  return {
    openPresenter,
    close() {
      stopWaking();
      render(null, root);
      root.remove();
    },
  };
}

type StripViewProps = Omit<StripProps, 'openPresenter' | 'channelled'> & {
  readonly openPresenter: () => void;
  readonly notice: Signal<Notice | undefined>;
};

function StripView(props: StripViewProps) {
  const { course, theme, notice } = props;
  const full = useFullScreen();
  const { id, title, kind } = course.screen.value;
  const position = `${course.index.value + 1} / ${course.screens.length}`;
  const other = otherLocale(locale());
  const pageInOther =
    document.querySelector<HTMLAnchorElement>('[data-language-switch]')?.href ?? '';

  return (
    <>
      <p class="deck-chapter">{course.screens[0].title}</p>
      <nav class="deck-tools" aria-label={say('tools')}>
        <button type="button" onClick={props.turnCaption} aria-keyshortcuts="c">
          {say('caption')}
        </button>
        <button type="button" onClick={props.openPresenter} aria-keyshortcuts="p">
          {say('presenter')}
        </button>
        {document.fullscreenEnabled && (
          <button type="button" onClick={props.toggleFullScreen} aria-keyshortcuts="f">
            {say(full.value ? 'leaveFullScreen' : 'fullScreen')}
          </button>
        )}
        <label>
          {say('theme')}{' '}
          <select
            value={theme.value.value}
            onChange={({ currentTarget }) => {
              theme.choose(currentTarget.value);
              course.screen.peek().elements[0].focus();
            }}
          >
            {theme.options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <a href={addressOf('lecture', id, pageInOther)} hreflang={other} lang={other}>
          {localeNames[other]}
        </a>
        <button type="button" onClick={props.leave} aria-keyshortcuts="Escape">
          {say('leave')}
        </button>
      </nav>
      <div class="deck-turn">
        <button
          type="button"
          aria-label={say('back')}
          aria-disabled={course.index.value === 0}
          onClick={() => course.move('back')}
        >
          ‹
        </button>
        <span>{position}</span>
        <button
          type="button"
          aria-label={say('next')}
          aria-disabled={
            course.index.value === course.screens.length - 1 &&
            (kind !== 'predict' || course.revealed.value)
          }
          onClick={() => course.move('next')}
        >
          ›
        </button>
      </div>
      <p class="visually-hidden" aria-live="polite" data-position>
        {position}, {title}
      </p>
      <div class="deck-notice" role="status">
        {notice.value && (
          <p>
            {say(notice.value)}{' '}
            {notice.value === 'blocked' && (
              <>
                <a href={props.presenterAddress()} target="_blank">
                  {say('openByHand')}
                </a>{' '}
              </>
            )}
            <button
              type="button"
              onClick={() => {
                notice.value = undefined;
              }}
            >
              {say('dismiss')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function useFullScreen() {
  const full = useSignal(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = (): void => {
      full.value = document.fullscreenElement !== null;
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  return full;
}

/** Lets the strip's words show while the pointer moves. */
function wake(root: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stir = (): void => {
    root.dataset.awake = '';
    clearTimeout(timer);
    timer = setTimeout(() => delete root.dataset.awake, AWAKE);
  };
  stir();
  const moves = ['pointermove', 'pointerdown'] as const;
  for (const move of moves) addEventListener(move, stir, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const move of moves) removeEventListener(move, stir);
  };
}
