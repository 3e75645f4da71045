import { screenOf } from './address.ts';
import { openDeck, type Deck } from './deck.ts';
import { openPresenter } from './presenter.tsx';

let deck: Deck | undefined;

/** Shows what the address asks for: a screen of the lecture, the presenter's window, or the chapter. */
export function followAddress(): void {
  const main = document.querySelector<HTMLElement>('[data-chapter]');
  if (!main) return;
  const screen = screenOf('lecture');
  const presented = screenOf('presenter');
  if (presented !== undefined) {
    openPresenter(main, presented);
  } else if (screen === undefined) {
    deck?.leave();
  } else if (deck) {
    deck.go(screen);
  } else {
    deck = openDeck(main, screen, () => {
      deck = undefined;
    });
  }
}
