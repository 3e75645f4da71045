import { effect } from '@preact/signals-core';
import { widgetOf, type MountedWidget } from '#kit/page-widgets.ts';
import { goTo, play, positionOf } from '#kit/playing.ts';
import type { Act, FigureNews } from './channel.ts';

/** Least time between two pictures of a figure, in milliseconds. */
const PAUSE = 400;

/**
 * Tells what can be done with a figure whenever that changes, and how it looks.
 * @param figure id of a figure, which need not be mounted yet
 */
export function followFigure(
  figure: string,
  onNews: (news: FigureNews) => void,
  onPicture: (html: string) => void,
): () => void {
  const done = new AbortController();
  void widgetOf(figure).then((mounted) => {
    if (done.signal.aborted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const picture = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onPicture(pictureOf(mounted.element));
      }, PAUSE);
    };
    const stopNews = effect(() => onNews(newsOf(mounted)));
    // A canvas is drawn without a change of its page.
    const stopPictures = effect(() => {
      void mounted.state.params.value;
      void mounted.state.answered.value;
      picture();
    });
    const watcher = new MutationObserver(picture);
    watcher.observe(mounted.element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    done.signal.addEventListener('abort', () => {
      stopNews();
      stopPictures();
      watcher.disconnect();
      clearTimeout(timer);
    });
  });
  return () => done.abort();
}

function newsOf(mounted: MountedWidget): FigureNews {
  const { widget, playing, run } = mounted;
  const position = positionOf(mounted);
  return {
    player: position &&
      widget.timeline && {
        ...position,
        countsFrom: widget.timeline.countsFrom,
        playing: playing.value,
      },
    running: run && run.status.value !== 'at-rest',
  };
}

/** Does with a figure what was asked for in another window. */
export async function perform(figure: string, act: Act): Promise<void> {
  const mounted = await widgetOf(figure);
  const { playing, run, state } = mounted;
  const step = positionOf(mounted)?.step ?? 0;
  const acts: Readonly<Record<Act, () => void>> = {
    play: () => play(mounted),
    pause: () => {
      playing.value = false;
    },
    stepBack: () => goTo(mounted, step - 1),
    stepForward: () => goTo(mounted, step + 1),
    run: () => void run?.start(),
    stop: () => run?.stop(),
    resetFigure: () => state.reset(),
  };
  if (act !== 'play') playing.value = false;
  acts[act]();
}

/** A figure as markup that needs no script: a canvas becomes the picture that is on it. */
function pictureOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  const originals = element.querySelectorAll('canvas');
  copy.querySelectorAll('canvas').forEach((canvas, index) => {
    const picture = document.createElement('img');
    picture.src = originals[index].toDataURL();
    picture.alt = '';
    picture.style.cssText = 'display: block; width: 100%; height: 100%';
    canvas.replaceWith(picture);
  });
  for (const part of copy.querySelectorAll('[popover]')) part.remove();
  for (const part of copy.querySelectorAll('[id]')) part.removeAttribute('id');
  return copy.innerHTML;
}
