import type { Encoder } from './film.ts';
import { delaysOf, type FilmTiming } from './film-timing.ts';
import type { GifRequest } from './gif-worker.ts';

/** Makes a GIF of frames in a worker. */
export function encodeGif(canvas: HTMLCanvasElement, timing: FilmTiming): Encoder {
  const { width, height } = canvas;
  // The bundler reads this call as it stands.
  const worker = new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module' });
  const delays = delaysOf(timing);

  function ask(request: GifRequest, transfer: Transferable[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'no worker'));
      worker.postMessage(request, transfer);
    });
  }

  // While the worker encodes a frame, the page draws the next.
  let busy = ask({ kind: 'start', width, height });
  busy.catch(() => undefined);
  return {
    async add(frame) {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data.buffer;
      if (!pixels) throw new Error('no 2-D canvas');
      await busy;
      busy = ask({ kind: 'frame', pixels, delay: delays[frame] }, [pixels]);
      busy.catch(() => undefined);
    },
    async finish() {
      await busy;
      const bytes = (await ask({ kind: 'finish' })) as Uint8Array<ArrayBuffer>;
      return new Blob([bytes], { type: 'image/gif' });
    },
    close: () => worker.terminate(),
  };
}
