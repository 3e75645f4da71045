import { EncodedPacket, EncodedVideoPacketSource } from 'mediabunny';
import type { FilmTrack } from './encode-video.ts';
import { FilmError } from './film-error.ts';
import { fullNames, inSoftware } from './video-codec.ts';

/** Enough for thin lines and small words. */
const BITS_PER_PIXEL = 1;

/** Blocks of 16 × 16 pixels in a frame of level 5.1: ITU-T H.264, table A-1. */
const MOST_BLOCKS = 36_864;

/**
 * H.264 in which every frame stands for itself: players go to any step at once. An encoder makes one frame
 * only, since with a second one Chromium's would divide larger pictures among threads by how long the first
 * took, and the same film would never be the same bytes.
 * @param rate frames a second
 * @throws FilmError “large” if H.264 has no such frames
 */
export async function keyFrames(canvas: HTMLCanvasElement, rate: number): Promise<FilmTrack> {
  const widest = widestOf(canvas);
  if (widest < canvas.width) throw new FilmError('large', { width: widest });
  const source = new EncodedVideoPacketSource('avc');
  const config = await configOf(canvas, rate);
  // While the browser encodes a frame, the page draws the next.
  let busy = Promise.resolve();

  async function addPackets(frame: VideoFrame, first: number, times: number): Promise<void> {
    const { chunk, meta } = await encoded(frame, config);
    const packet = EncodedPacket.fromEncodedChunk(chunk);
    for (let place = first; place < first + times; place++) {
      await source.add(packet.clone({ timestamp: place / rate, duration: 1 / rate }), meta);
    }
  }

  return {
    source,
    async add(first, times) {
      const frame = new VideoFrame(canvas, { timestamp: 0 });
      await busy;
      busy = addPackets(frame, first, times);
      busy.catch(() => undefined);
    },
    finish: () => busy,
  };
}

/** How wide frames of these proportions can be, if not as wide as these. */
function widestOf({ width, height }: HTMLCanvasElement): number {
  const blocks = (wide: number): number =>
    Math.ceil(wide / 16) * Math.ceil((wide * height) / width / 16);
  let widest = width;
  while (blocks(widest) > MOST_BLOCKS) widest -= 16;
  return widest;
}

async function configOf(
  { width, height }: HTMLCanvasElement,
  framerate: number,
): Promise<VideoEncoderConfig> {
  const bitrate = Math.round(BITS_PER_PIXEL * width * height * framerate);
  const anywhere = { codec: fullNames.avc, width, height, framerate, bitrate };
  const software = { ...anywhere, ...inSoftware };
  return (await VideoEncoder.isConfigSupported(software)).supported ? software : anywhere;
}

type Encoded = {
  readonly chunk: EncodedVideoChunk;
  readonly meta: EncodedVideoChunkMetadata | undefined;
};

/** A frame by an encoder of its own; closes the frame. */
function encoded(frame: VideoFrame, config: VideoEncoderConfig): Promise<Encoded> {
  return new Promise((resolve, reject) => {
    const encoder = new VideoEncoder({
      output(chunk, meta) {
        resolve({ chunk, meta });
        encoder.close();
      },
      error: reject,
    });
    encoder.configure(config);
    encoder.encode(frame, { keyFrame: true });
    frame.close();
    encoder.flush().then(() => reject(new Error('no frame')), reject);
  });
}
