import './export-form.css';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useWidget } from '../context.ts';
import { wordsOf } from '../export/caption-words.ts';
import { FilmError } from '../export/film-error.ts';
import { subjectsOf } from '../export/film-frames.ts';
import { download } from '../export/picture.ts';
import {
  exported,
  exportFormats,
  isFilm,
  type ExportChoice,
  type ExportFormat,
} from '../export/save-figure.ts';
import { codecNames, codecOf } from '../export/video-codec.ts';
import { CaptionField, FilmFields, ScaleField, useFilmWords } from './export-fields.tsx';
import type { PanelProps } from './late-panel.tsx';

const names: Readonly<Record<ExportFormat, string>> = {
  png: 'PNG',
  svg: 'SVG',
  gif: 'GIF',
  mp4: 'MP4',
  webm: 'WebM',
};

/** Makes a picture of a figure or, where something in it moves, a film. */
export function ExportForm({ root, model }: PanelProps) {
  const surroundings = useWidget();
  const { widget, locale, k } = surroundings;
  const f = useFilmWords();
  const [subject] = subjectsOf(widget);
  const formats = exportFormats.filter((each) => subject || !isFilm(each));
  const choice = useSignal<ExportChoice>({
    format: 'png',
    scale: 2,
    subject,
    width: 1280,
    rate: widget.timeline?.perSecond ?? 20,
    hold: 2,
    seconds: 6,
    caption: [],
  });
  const work = useSignal<AbortController | undefined>(undefined);
  const part = useSignal(0);
  const problem = useSignal('');
  const { format, caption } = choice.value;
  const codec = useAnswer(() => codecNote(format), [format]);
  const missing = useAnswer(
    () =>
      Promise.all(caption.map((each) => wordsOf(widget, each, locale))).then(() => '', reasonOf),
    [caption],
  );

  const button = useRef<HTMLButtonElement>(null);
  const isWorking = work.value !== undefined;
  // What was pressed is gone or at rest, and the focus would be lost with it.
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement.matches('body, :disabled')) button.current?.focus();
  }, [isWorking]);

  // Who closes the panel wants no more of the film.
  useEffect(() => () => work.peek()?.abort(), []);

  function reasonOf(error: unknown): string {
    if (error instanceof FilmError) return f(error.reason, error.values);
    return f('failed', { reason: error instanceof Error ? error.message : String(error) });
  }

  async function codecNote(chosen: ExportFormat): Promise<string> {
    if (!isFilm(chosen) || chosen === 'gif') return '';
    const name = await codecOf(chosen);
    return name ? f('by', { codec: codecNames[name] }) : f(`no.${chosen}`);
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const element = root.current;
    if (!element || work.value) return;
    const abort = new AbortController();
    const onProgress = (done: number): void => {
      part.value = done;
    };
    problem.value = '';
    part.value = 0;
    work.value = abort;
    try {
      const mounted = { ...surroundings, model, element };
      const file = await exported(mounted, choice.value, { onProgress, signal: abort.signal });
      download(file, `${widget.id}.${format}`);
    } catch (error) {
      if (!abort.signal.aborted) problem.value = reasonOf(error);
    } finally {
      work.value = undefined;
    }
  }

  return (
    <form class="export" onSubmit={(event) => void save(event)}>
      <fieldset disabled={isWorking}>
        <div class="tabs" role="group" aria-label={k('export')}>
          {formats.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === format}
              onClick={() => {
                choice.value = { ...choice.value, format: each };
              }}
            >
              {names[each]}
            </button>
          ))}
        </div>
        <div class="fields">
          {isFilm(format) && <FilmFields choice={choice} />}
          {format === 'png' && <ScaleField choice={choice} />}
          <CaptionField choice={choice} />
        </div>
        <p role="status">
          {codec} {missing}
        </p>
      </fieldset>
      {isWorking ? (
        <>
          <progress value={part.value} aria-label={f('progress')} />{' '}
          <button ref={button} type="button" onClick={() => work.value?.abort()}>
            {f('cancel')}
          </button>
        </>
      ) : (
        <button ref={button} type="submit">
          {f('save')}
        </button>
      )}
      <span role="alert">{problem.value}</span>
    </form>
  );
}

/** What a question has been answered with; nothing until then. */
function useAnswer(ask: () => Promise<string>, inputs: readonly unknown[]): string {
  const answer = useSignal('');
  useEffect(() => {
    let old = false;
    answer.value = '';
    void ask().then((text) => {
      if (!old) answer.value = text;
    });
    return () => {
      old = true;
    };
  }, inputs);
  return answer.value;
}
