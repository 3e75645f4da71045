import { effect, signal } from '@preact/signals-core';
import { addressOf } from './address.ts';
import { divideCaptions } from './captions.ts';
import { openChannel, type Message } from './channel.ts';
import { createCourse } from './course.ts';
import css from './deck.css?inline';
import { followFigure, perform } from './figure-news.ts';
import { isFree, moveOf } from './keys.ts';
import { lectureTheme } from './lecture-theme.ts';
import { screensOf } from './screens.ts';
import { createStage } from './stage.ts';
import { showStrip, type Strip } from './strip.tsx';
import { addStyle } from './style.ts';

/** How much of a figure's caption shows: its first sentence, all of it, or nothing. */
const captions = ['line', 'whole', 'none'] as const;

export type Deck = {
  go(id: string): void;
  leave(): void;
};

/** Lays everything of a chapter aside but one screen at a time. */
export function openDeck(main: HTMLElement, start: string, onLeft: () => void): Deck {
  const chapter = main.dataset.chapter ?? '';
  const { dataset } = document.documentElement;
  const removeStyle = addStyle(css);
  const theme = lectureTheme();
  const screens = screensOf(main);
  const uniteCaptions = divideCaptions(screens);
  const course = createCourse(screens, start);
  const stage = createStage(screens);
  const caption = signal<(typeof captions)[number]>('line');
  const channel = openChannel(chapter, hear);
  const hasPresenter = signal(false);
  const done = new AbortController();
  const place = { x: scrollX, y: scrollY };

  dataset.deck = '';
  const strip: Strip = showStrip({
    course,
    theme,
    channelled: channel !== undefined,
    presenterAddress: () => addressOf('presenter', course.screen.peek().id),
    openPresenter: () =>
      window.open(
        addressOf('presenter', course.screen.peek().id),
        `seikika-presenter-${chapter}`,
        'popup,width=1180,height=800',
      ) !== null,
    turnCaption,
    toggleFullScreen,
    leave,
  });

  const stops = [
    effect(() => stage.show(course.index.value)),
    effect(() => {
      const { id, elements } = course.screen.value;
      history.replaceState(history.state, '', addressOf('lecture', id));
      elements[0].toggleAttribute('data-revealed', course.revealed.value);
    }),
    effect(() => {
      dataset.caption = caption.value;
      stage.refit();
    }),
    effect(() => {
      void theme.value.value;
      stage.refit();
    }),
    effect(() => {
      if (!hasPresenter.value) return undefined;
      const { id } = course.screen.value;
      channel?.send({ kind: 'at', screen: id, revealed: course.revealed.value });
      return undefined;
    }),
    effect(() => {
      const { id, kind } = course.screen.value;
      if (!hasPresenter.value || kind !== 'figure') return undefined;
      return followFigure(
        id,
        (news) => channel?.send({ kind: 'figure', screen: id, news }),
        (html) => channel?.send({ kind: 'picture', screen: id, html }),
      );
    }),
  ];

  function hear(message: Message): void {
    const present = course.screen.peek().id;
    if (message.kind === 'hello') {
      // Another window may have come in the place of the one that knows all.
      hasPresenter.value = false;
      hasPresenter.value = true;
    } else if (message.kind === 'go') {
      course.go(message.screen, message.revealed);
    } else if (message.kind === 'act' && message.screen === present) {
      stage.hold();
      void perform(present, message.act);
    } else if (message.kind === 'try') {
      const { figure, state } = message;
      Array.from(document.querySelectorAll<HTMLElement>('[data-try]'))
        .find(({ dataset: link }) => link.try === figure && link.state === state)
        ?.click();
    }
  }

  function turnCaption(): void {
    caption.value = captions[(captions.indexOf(caption.peek()) + 1) % captions.length];
  }

  function toggleFullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  function leave(): void {
    const { id, elements } = course.screen.peek();
    for (const stop of stops) stop();
    done.abort();
    channel?.send({ kind: 'closed' });
    channel?.close();
    stage.close();
    strip.close();
    uniteCaptions();
    delete dataset.deck;
    delete dataset.caption;
    for (const screen of screens) screen.elements[0].removeAttribute('data-revealed');
    removeStyle();
    theme.restore();
    if (document.fullscreenElement) void document.exitFullscreen();
    onLeft();
    const address = new URL(location.href);
    address.searchParams.delete('lecture');
    address.hash = id;
    history.replaceState(history.state, '', address.href);
    if (id === '') scrollTo({ left: place.x, top: 0, behavior: 'instant' });
    else elements[0].scrollIntoView({ behavior: 'instant', block: 'start' });
  }

  function handleKey(event: KeyboardEvent): void {
    const move = moveOf(event);
    if (move) {
      event.preventDefault();
      course.move(move);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      // From within a field Escape leads back to the screen first.
      if (isFree(event)) leave();
      else if (event.target instanceof HTMLInputElement) course.screen.peek().elements[0].focus();
    } else if (isFree(event)) {
      if (event.key === 'p') strip.openPresenter();
      else if (event.key === 'f') toggleFullScreen();
      else if (event.key === 'c') turnCaption();
    }
  }

  /** A link to another place of the chapter leads to its screen, or nowhere. */
  function handleClick(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const link = target.closest<HTMLAnchorElement>('[data-text] a[href^="#"]');
    if (link) {
      event.preventDefault();
      const id = link.hash.slice(1);
      if (screens.some((screen) => screen.id === id)) course.go(id);
    }
    // A guess that was made with the mouse leaves the keys to the lecture.
    if (target.closest('.predict label')) course.screen.peek().elements[0].focus();
  }

  channel?.send({ kind: 'opened' });
  const { signal: until } = done;
  addEventListener('keydown', handleKey, { signal: until });
  addEventListener('click', handleClick, { signal: until });
  addEventListener('resize', () => stage.refit(), { signal: until });
  addEventListener('pagehide', () => channel?.send({ kind: 'closed' }), { signal: until });
  return { go: (id) => course.go(id), leave };
}
