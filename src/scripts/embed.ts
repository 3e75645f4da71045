import { effect } from '@preact/signals-core';
import { answerRequest, PROTOCOL } from '#kit/embed-protocol.ts';
import { encodeLink } from '#kit/link.ts';
import { widgetOf, type MountedWidget } from '#kit/page-widgets.ts';
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
    tell('resize', { height: document.documentElement.scrollHeight });
  }).observe(document.body);
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !deckKeys.has(event.key) || isControl(event.target)) return;
    tell('key', { key: event.key, shift: event.shiftKey });
  });
}

/** Elements that use these keys themselves. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, select, textarea, button, [role="grid"]') !== null
  );
}

warmUp();
if (window.parent !== window) void widgetOf(FIGURE).then(serve);
