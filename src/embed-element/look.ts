const LOOK = `
  :host { display: block; position: relative; overflow: hidden }
  button { all: unset; box-sizing: border-box; width: 100%; height: 100%; cursor: pointer }
  button:focus-visible { outline: 2px solid; outline-offset: -2px }
  b { display: grid; place-items: center; height: 100%; font: 16px system-ui; border: 1px solid #8886 }
  img { display: block; width: 100%; height: 100%; object-fit: contain; object-position: top }
  iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }
  button:not([hidden]) ~ iframe { opacity: 0 }
  [hidden] { display: none }
`;

/** What an element shows while its figure is not open, in a shadow, where no style of the page reaches it. */
export type Look = {
  readonly root: ShadowRoot;
  /** Covers the element until the figure is there; pressing it asks for the figure. */
  readonly cover: HTMLButtonElement;
  /** What the page has put into the element, or else its name. */
  readonly slot: HTMLSlotElement;
  readonly name: HTMLElement;
  /** The figure as it was when it was closed. */
  readonly kept: HTMLImageElement;
};

export function createLook(host: HTMLElement): Look {
  const root = host.attachShadow({ mode: 'open' });
  const [style, cover, slot, name, kept] = (['style', 'button', 'slot', 'b', 'img'] as const).map(
    (tag) => document.createElement(tag),
  ) as [HTMLStyleElement, HTMLButtonElement, HTMLSlotElement, HTMLElement, HTMLImageElement];
  style.textContent = LOOK;
  kept.alt = '';
  // So that whoever prints the page can wait for it, as Slidev does.
  kept.part.add('picture');
  kept.hidden = true;
  slot.append(name);
  cover.append(slot, kept);
  root.append(style, cover);
  return { root, cover, slot, name, kept };
}
