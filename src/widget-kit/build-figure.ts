import { computeInProcess } from '#engine/in-process.ts';
import type { Answer, Compute } from '#engine/messages.ts';
import type { Locale } from '#i18n/locales.ts';
import { shortened, type AnyWidget } from './define-widget.ts';
import type { UiLevel } from './frame/frame.tsx';
import type { IslandProps } from './island.tsx';
import { completed, decodeLink, encodeLink } from './link.ts';
import { formatPicture, RUN_DIGITS } from './picture-text.ts';

/** What a page asks of a figure. */
export type FigureRequest = {
  readonly locale: Locale;
  readonly figure: string;
  /** One of the widget's examples. */
  readonly example?: string;
  /** Further params, as a link's query. */
  readonly state?: string;
  readonly ui?: UiLevel;
  readonly readsAddress?: boolean;
  /** One of the widget's challenges, to be met in this figure. */
  readonly challenge?: string;
  /** The params whose controls show, separated by spaces; all if not given. */
  readonly controls?: string;
  /** Of an experiment only its first steps, for who does not look at its outcome. */
  readonly short?: boolean;
};

/**
 * Computes a figure while the page is built, so that its HTML already holds the true one.
 * @throws Error if the page asks for an example, a param or a state that the widget cannot give
 */
export async function buildFigure<P>(
  widget: AnyWidget,
  compute: Compute<P>,
  request: FigureRequest,
): Promise<IslandProps> {
  const { locale, figure, example = 'default', ui = 'full' } = request;
  if (!Object.hasOwn(widget.examples, example)) {
    throw new Error(`${figure}: ${widget.id} has no example “${example}”`);
  }
  if (request.challenge !== undefined && !Object.hasOwn(widget.challenges, request.challenge)) {
    throw new Error(`${figure}: ${widget.id} has no challenge “${request.challenge}”`);
  }
  const { params: given, notes } = decodeLink(
    widget.params,
    widget.version,
    widget.migrations,
    request.state ?? '',
  );
  if (notes.length > 0) {
    throw new Error(
      `${figure}: cannot use ${notes.map(({ key }) => key).join(', ')} of “${request.state}”`,
    );
  }
  const asked = completed(widget.params, { ...widget.examples[example], ...given });
  const params = request.short ? shortened(widget, asked) : asked;
  const state = encodeLink(widget.params, widget.version, params);
  const answer = await computedOnce(compute, params as P, state);
  if (answer.kind !== 'result') {
    throw new Error(
      `${figure}: ${widget.id} cannot compute “${example}”: ${JSON.stringify(answer)}`,
    );
  }
  return {
    locale,
    figure,
    ui,
    state,
    result: Object.fromEntries(
      Object.entries(answer.result).map(([name, array]) => [
        name,
        formatPicture(array, widget.run && RUN_DIGITS),
      ]),
    ),
    readsAddress: request.readsAddress ?? false,
    challenge: request.challenge,
    controls: request.controls?.split(' '),
  };
}

const known = new WeakMap<object, Map<string, Promise<Answer>>>();

/** The same figure stands on pages of both languages, and on its own: it is computed once. */
function computedOnce<P>(compute: Compute<P>, params: P, state: string): Promise<Answer> {
  const answers = known.get(compute) ?? new Map<string, Promise<Answer>>();
  known.set(compute, answers);
  const answer = answers.get(state) ?? computeInProcess(compute, params);
  answers.set(state, answer);
  return answer;
}
