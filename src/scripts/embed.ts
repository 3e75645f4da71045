import { effect } from '@preact/signals-core';
import { answerRequest, PROTOCOL } from '#kit/embed-protocol.ts';
import { encodeLink } from '#kit/link.ts';
import { onStage } from '#kit/on-stage.ts';
import { widgetOf, type MountedWidget } from '#kit/page-widgets.ts';
import { fitFrame } from './fit.ts';
import { isTaken } from './taken-keys.ts';
import { warmUp } from './warm.ts';

const FIGURE = 'embed';

/** What reveal.js tells the frames of a slide that comes or goes. */
const slides = { start: 'slide:start', stop: 'slide:stop' };

/** Keys that turn the pages of a deck: they go on to the page around the frame. For each, reveal.js's method. */
const reveals: Readonly<Record<string, string>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'prev',
  PageDown: 'next',
  ' ': 'next',
  Escape: 'toggleOverview',
};

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
    if (!plain || !Object.hasOwn(reveals, key) || isTaken(event)) return;
    tell('key', { key, shift: shiftKey });
    if (!inReveal) return;
    const method = key === ' ' && shiftKey ? 'prev' : reveals[key];
    window.parent.postMessage(JSON.stringify({ method }), '*');
  });
}

// Before the figure is there: a slide may be left sooner than that.
let inReveal = false;
addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window.parent || (data !== slides.start && data !== slides.stop)) return;
  inReveal = true;
  onStage.value = data === slides.start;
});

const content = document.querySelector('main');
if (content && new URLSearchParams(location.search).has('fit')) fitFrame(content);

warmUp();
if (window.parent !== window) void widgetOf(FIGURE).then(serve);
