import { drawn } from '#engine/drawn.ts';
import type { Locale } from '#i18n/locales.ts';
import { wordsOf } from './caption-words.ts';
import type { MountedWidget } from '../page-widgets.ts';
import { drawCaption } from './caption.ts';
import { FilmError } from './film-error.ts';
import { framesOf, subjectsOf, type FramePatch, type FilmSubject } from './film-frames.ts';
import type { FilmTiming } from './film-timing.ts';
import { heightInPicture, paint, pictureOf } from './picture.ts';
import { scenesDrawn } from '../scenes-drawn.ts';
import { settled } from '../settled.ts';
import { sharpen } from './sharpness.ts';
import type { VideoFormat } from './video-codec.ts';

export type FilmFormat = 'gif' | VideoFormat;

export type FilmOptions = {
  readonly format: FilmFormat;
  /** What is filmed; the first thing that there is if not given. */
  readonly subject?: FilmSubject;
  /** Pixels across the film; one less where a video needs an even number. */
  readonly width: number;
  /** Frames a second; a step of the timeline is one frame. */
  readonly rate: number;
  /** Seconds that the last frame stays. */
  readonly hold?: number;
  /** Seconds that a turn takes. */
  readonly seconds?: number;
  /** Languages of the caption: the figure's title and a line on it. */
  readonly caption?: readonly Locale[];
};

export type FilmControl = {
  /** Told how much of the film is there: 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
};

/** Takes the frames that are painted on its canvas, one after the other. */
export type Encoder = {
  /** @param frame its place in the film */
  add(frame: number): Promise<void>;
  finish(): Promise<Blob>;
  /** Gives back what it holds, whatever has become of the film. */
  close(): void;
};

/** Part of the work that it is to find out how high the frames are. */
const MEASURING = 0.15;

const SECONDS_OF_TURN = 6;

/**
 * Films a figure: every step of its timeline, or a turn of its camera. Afterwards the figure stands where
 * it stood before, and undo knows nothing of it.
 *
 * The same state gives the same frames, and in one browser on one machine the same bytes.
 *
 * All frames have one size, that of the highest: where the figure is lower, there is paper below it.
 * @throws FilmError if there is no such film, or if the figure is changed meanwhile
 * @throws DOMException “AbortError” if it is cancelled
 */
export async function makeFilm(
  mounted: MountedWidget,
  options: FilmOptions,
  { onProgress = () => undefined, signal }: FilmControl = {},
): Promise<Blob> {
  const { widget, locale, element, state } = mounted;
  const stage = element.querySelector<HTMLElement>('[data-stage]');
  const { subject = subjectsOf(widget)[0], rate, hold = 0, seconds = SECONDS_OF_TURN } = options;
  if (!stage || !subjectsOf(widget).includes(subject)) throw new FilmError('nothing');
  const captions = await Promise.all(
    (options.caption ?? []).map((language) => wordsOf(widget, language, locale)),
  );
  const still = await holdStill(mounted, stage);
  let encoder: Encoder | undefined;
  try {
    const patches = framesOf(mounted, subject, rate, seconds);
    const go = async (patch: FramePatch): Promise<void> => {
      signal?.throwIfAborted();
      await still.show(patch);
    };
    await go(patches[0]);
    if (subject === 'turn') await untilSolid(stage);
    let height = heightInPicture(stage);
    // Whoever walks around a figure does not change its height.
    for (const [frame, patch] of subject === 'turn' ? [] : patches.entries()) {
      await go(patch);
      height = Math.max(height, heightInPicture(stage));
      onProgress((MEASURING * (frame + 1)) / patches.length);
    }

    const look = { height, caption: drawCaption(stage, captions) };
    const first = await pictureOf(stage, look);
    const scale = options.width / first.width;
    const restore = await sharpen(stage, scale);
    try {
      const canvas = canvasOf(first, scale);
      encoder = await encoderOf(options.format, canvas, {
        frames: patches.length,
        rate,
        hold,
      });
      for (const [frame, patch] of patches.entries()) {
        await go(patch);
        await paint(await pictureOf(stage, { ...look, scale }), canvas);
        await encoder.add(frame);
        onProgress(MEASURING + ((1 - MEASURING) * (frame + 1)) / patches.length);
      }
    } finally {
      restore();
    }
    signal?.throwIfAborted();
    return await encoder.finish();
  } finally {
    encoder?.close();
    still.release();
    await shown(state);
  }
}

/** A canvas for pictures of this size; videos have even sides. */
function canvasOf(picture: { width: number; height: number }, scale: number): HTMLCanvasElement {
  const even = (side: number): number => 2 * Math.round((side * scale) / 2);
  return Object.assign(document.createElement('canvas'), {
    width: even(picture.width),
    height: even(picture.height),
  });
}

// Encoders are large and few readers need one: they come from the network when a film is made.
async function encoderOf(
  format: FilmFormat,
  canvas: HTMLCanvasElement,
  timing: FilmTiming,
): Promise<Encoder> {
  if (format === 'gif') return (await import('./encode-gif.ts')).encodeGif(canvas, timing);
  return (await import('./encode-video.ts')).encodeVideo(canvas, format, timing);
}

/** Resolves when the newest question has been answered and what came of it has been drawn. */
async function shown(state: MountedWidget['state']): Promise<void> {
  await settled(state);
  await drawn();
}

/** Keeps a reader's hands off a figure and its run waiting, until it is released as it was. */
async function holdStill(mounted: MountedWidget, stage: HTMLElement) {
  const { state, playing, run, lit, element } = mounted;
  const wasPlaying = playing.peek();
  const wasRunning = run?.status.peek() === 'running';
  playing.value = false;
  if (wasRunning) run.pause();
  lit.value = undefined;
  const touched = [stage, ...element.querySelectorAll('.playback, .controls, .run-bar, .notes')];
  touched.forEach((part) => part.toggleAttribute('inert', true));
  if (!run) await shown(state);
  const before = state.params.peek();
  const moved = new Set<string>();
  return {
    async show(patch: FramePatch): Promise<void> {
      Object.keys(patch).forEach((key) => moved.add(key));
      state.show(patch);
      if (run) await drawn();
      else await shown(state);
      const now = state.params.peek();
      const isOurs = (key: string): boolean =>
        key in patch ? now[key] === patch[key] : now[key] === before[key];
      if (!Object.keys(now).every(isOurs)) throw new FilmError('changed');
    },
    release(): void {
      state.show(Object.fromEntries([...moved].map((key) => [key, before[key]])));
      touched.forEach((part) => part.toggleAttribute('inert', false));
      playing.value = wasPlaying;
      if (wasRunning) run.resume();
    },
  };
}

/** A turn is of the 3-D picture: its code comes when it is near. */
async function untilSolid(stage: HTMLElement): Promise<void> {
  stage.scrollIntoView({ block: 'nearest' });
  await scenesDrawn(stage);
  if (!stage.querySelector('.scene[data-solid]')) throw new FilmError('flat');
}
