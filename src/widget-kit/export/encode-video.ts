import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';
import type { Encoder } from './film.ts';
import { FilmError } from './film-error.ts';
import { repeatsOf, type FilmTiming } from './film-timing.ts';
import { codecOf, type VideoFormat } from './video-codec.ts';
import { withoutDates } from './without-dates.ts';

/** Lines are thin and words small: more than is usual for films of the world. */
const QUALITY = new Quality('very-high');

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
  // What a graphics processor makes of a film is not the same everywhere, nor every time.
  const hardwareAcceleration = 'prefer-software';
  const { width, height } = canvas;
  const settings = { quality: QUALITY, hardwareAcceleration, width, height } as const;
  const inSoftware = await canEncodeVideo(codec, settings);
  const source = new CanvasSource(canvas, {
    codec,
    quality: QUALITY,
    ...(inSoftware && { hardwareAcceleration }),
  });
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  let shown = 0;
  return {
    async add(frame) {
      for (let again = 0; again < repeats[frame]; again++) {
        await source.add(shown++ / rate, 1 / rate);
      }
    },
    async finish() {
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
