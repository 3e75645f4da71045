import { completed, decodeLink } from '#kit/link.ts';
import { widgetOf } from '#kit/page-widgets.ts';

/** Lets a word in the text set a figure up, as an edit that can be undone, and give it a challenge. */
export function watchTries(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-try]')) {
    link.addEventListener('click', () => {
      const { try: figure = '', state: query = '', challenge: goal } = link.dataset;
      void widgetOf(figure).then(({ widget, state, challenge }) => {
        const { params } = decodeLink(widget.params, widget.version, widget.migrations, query);
        state.edit(completed(widget.params, params));
        if (goal) challenge.value = goal;
      });
    });
  }
}
