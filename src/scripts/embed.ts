import { effect } from '@preact/signals-core';
import { answerRequest, PROTOCOL } from '#kit/embed-protocol.ts';
import { encodeLink } from '#kit/link.ts';
import { widgetOf, type MountedWidget } from '#kit/page-widgets.ts';
import { isTaken } from './taken-keys.ts';
import { warmUp } from './warm.ts';

const FIGURE = 'embed';

/** Keys that a slide deck turns its pages with; they go on to the page around the frame. */
const deckKeys = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  ' ',
  'Escape',
]);

function tell(event: string, detail: object): void {
  window.parent.postMessage({ seikika: PROTOCOL, event, ...detail }, '*');
}

function serve(mounted: MountedWidget): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return;
    void answerRequest(mounted, event.data).then((reply) => {
      if (reply) window.parent.postMessage(reply, event.origin === 'null' ? '*' : event.origin);
    });
  });
  const { widget, state } = mounted;
  const stateDetail = () => ({
    query: encodeLink(widget.params, widget.version, state.params.value),
  });
  tell('ready', { widget: widget.id, ...stateDetail() });
  effect(() => tell('change', stateDetail()));
  new ResizeObserver(() => {
    // Not the document's, which is never less than the frame's own.
    tell('resize', { height: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);
  addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    const plain = !(ctrlKey || altKey || metaKey || event.defaultPrevented);
    if (plain && deckKeys.has(key) && !isTaken(event)) tell('key', { key, shift: shiftKey });
  });
}

warmUp();
if (window.parent !== window) void widgetOf(FIGURE).then(serve);
