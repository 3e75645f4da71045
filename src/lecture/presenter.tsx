import { batch, effect, signal } from '@preact/signals-core';
import { render } from 'preact';
import { addressOf } from './address.ts';
import { openChannel, type Message } from './channel.ts';
import { createCourse } from './course.ts';
import { moveOf, type Move } from './keys.ts';
import { PresenterView, type Heard } from './presenter-view.tsx';
import css from './presenter.css?inline';
import { screensOf } from './screens.ts';
import { addStyle } from './style.ts';
import { createTimer } from './timer.ts';

/** The window of whoever gives the lecture: notes, what comes next, a timer. */
export function openPresenter(main: HTMLElement, start: string): void {
  const chapter = main.dataset.chapter ?? '';
  const course = createCourse(screensOf(main), start);
  const heard: Heard = {
    connected: signal(false),
    figure: signal(undefined),
    pictures: signal({}),
  };
  const channel = openChannel(chapter, hear);

  function hear(message: Message): void {
    const { connected, figure, pictures } = heard;
    batch(() => {
      if (message.kind === 'at') {
        connected.value = true;
        if (message.screen !== course.screen.peek().id) figure.value = undefined;
        course.go(message.screen, message.revealed);
      } else if (message.kind === 'figure') {
        if (message.screen === course.screen.peek().id) figure.value = message.news;
      } else if (message.kind === 'picture') {
        pictures.value = { ...pictures.peek(), [message.screen]: message.html };
      } else if (message.kind === 'closed') {
        connected.value = false;
        figure.value = undefined;
        // Where the lecture has only been loaded anew, it answers.
        channel?.send({ kind: 'hello' });
      } else if (message.kind === 'opened') {
        channel?.send({ kind: 'hello' });
      }
    });
  }

  function move(where: Move): void {
    const before = course.screen.peek().id;
    course.move(where);
    const { id } = course.screen.peek();
    if (id !== before) heard.figure.value = undefined;
    channel?.send({ kind: 'go', screen: id, revealed: course.revealed.peek() });
  }

  addStyle(css);
  document.documentElement.dataset.presenter = '';
  const root = document.createElement('main');
  root.className = 'presenter';
  document.body.append(root);
  const timer = createTimer(`seikika:lecture-timer:${chapter}`);
  const send = channel && ((message: Message) => channel.send(message));
  render(<PresenterView {...{ main, course, heard, timer, move, send }} />, root);
  effect(() => {
    history.replaceState(history.state, '', addressOf('presenter', course.screen.value.id));
  });
  addEventListener('keydown', (event) => {
    const where = moveOf(event);
    if (!where) return;
    event.preventDefault();
    move(where);
  });
  channel?.send({ kind: 'hello' });
}
