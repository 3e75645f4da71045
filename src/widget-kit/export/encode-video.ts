import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoSource,
} from 'mediabunny';
import type { Encoder } from './film.ts';
import { FilmError } from './film-error.ts';
import { repeatsOf, type FilmTiming } from './film-timing.ts';
import { keyFrames } from './key-frames.ts';
import { codecOf, inSoftware, type VideoCodecName, type VideoFormat } from './video-codec.ts';
import { withoutDates } from './without-dates.ts';

/** Takes what stands on its canvas into a film of one rate. */
export type FilmTrack = {
  readonly source: VideoSource;
  /**
   * @param first the frame's place in the film
   * @param times how often it stands there
   */
  add(first: number, times: number): Promise<void>;
  /** Resolves when everything is in the source. */
  finish(): Promise<void>;
};

/**
 * Makes a video of frames with the browser's own encoder, which works off the main thread.
 * @throws FilmError “codec” if the browser encodes no video of this format
 */
export async function encodeVideo(
  canvas: HTMLCanvasElement,
  format: VideoFormat,
  timing: FilmTiming,
): Promise<Encoder> {
  const codec = await codecOf(format);
  if (!codec) throw new FilmError('codec');
  const { rate, repeats } = repeatsOf(timing);
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const track = await (codec === 'avc' ? keyFrames(canvas, rate) : changes(canvas, rate, codec));
  output.addVideoTrack(track.source, { frameRate: rate });
  await output.start();
  let shown = 0;
  return {
    async add(frame) {
      await track.add(shown, repeats[frame]);
      shown += repeats[frame];
    },
    async finish() {
      await track.finish();
      await output.finalize();
      if (!target.buffer) throw new Error('no video');
      const bytes = format === 'mp4' ? withoutDates(target.buffer) : target.buffer;
      return new Blob([bytes], { type: `video/${format}` });
    },
    close() {
      if (output.state === 'started') void output.cancel();
    },
  };
}

/** A film in which a frame holds only what is other than before. */
async function changes(
  canvas: HTMLCanvasElement,
  rate: number,
  codec: VideoCodecName,
): Promise<FilmTrack> {
  // Lines are thin and words small: more than is usual for films of the world.
  const quality = new Quality('very-high');
  const { width, height } = canvas;
  const can = await canEncodeVideo(codec, { quality, width, height, ...inSoftware });
  const source = new CanvasSource(canvas, { codec, quality, ...(can && inSoftware) });
  return {
    source,
    async add(first, times) {
      for (let place = first; place < first + times; place++) {
        await source.add(place / rate, 1 / rate);
      }
    },
    finish: () => Promise.resolve(),
  };
}
