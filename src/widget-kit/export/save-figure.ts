import type { Locale } from '#i18n/locales.ts';
import { loadPicture } from '../late.ts';
import type { MountedWidget } from '../page-widgets.ts';
import { drawCaption } from './caption.ts';
import { wordsOf } from './caption-words.ts';
import type { FilmControl, FilmOptions } from './film.ts';
import { FilmError } from './film-error.ts';
import type { FilmSubject } from './film-frames.ts';

export const exportFormats = ['png', 'svg', 'gif', 'mp4', 'webm'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** All that a reader chooses of a picture or a film. */
export type ExportChoice = {
  readonly format: ExportFormat;
  /** Of a PNG: pixels for every CSS pixel. */
  readonly scale: number;
  /** Of a film: see {@link FilmOptions}. */
  readonly subject: FilmSubject;
  readonly width: number;
  readonly rate: number;
  readonly hold: number;
  readonly seconds: number;
  readonly caption: readonly Locale[];
};

export const isFilm = (format: ExportFormat): format is FilmOptions['format'] =>
  format !== 'png' && format !== 'svg';

/** Makes the file that a reader has chosen. */
export async function exported(
  mounted: MountedWidget,
  choice: ExportChoice,
  control: FilmControl,
): Promise<Blob> {
  const { format, scale, subject, hold, caption, ...others } = choice;
  if (isFilm(format)) {
    // From the network, with the encoders (film.ts): few readers make films.
    const { makeFilm } = await import('./film.ts');
    // A turn goes on and on.
    const film = { format, subject, caption, hold: subject === 'turn' ? 0 : hold, ...others };
    return makeFilm(mounted, film, control);
  }
  const stage = mounted.element.querySelector<HTMLElement>('[data-stage]');
  if (!stage) throw new FilmError('nothing');
  const { stageToPng, stageToSvg } = await loadPicture();
  const { widget, locale } = mounted;
  const captions = await Promise.all(caption.map((language) => wordsOf(widget, language, locale)));
  const drawn = drawCaption(stage, captions);
  return format === 'svg' ? stageToSvg(stage, drawn) : stageToPng(stage, scale, drawn);
}
