import { createGif } from './gif-frames.ts';

/** What the worker is told: the size first, then frame after frame, then that it was the last. */
export type GifRequest =
  | { readonly kind: 'start'; readonly width: number; readonly height: number }
  | { readonly kind: 'frame'; readonly pixels: ArrayBuffer; readonly delay: number }
  | { readonly kind: 'finish' };

let gif: ReturnType<typeof createGif> | undefined;

addEventListener('message', ({ data }: MessageEvent<GifRequest>) => {
  if (data.kind === 'start') gif = createGif(data.width, data.height);
  else if (data.kind === 'frame') gif?.add(new Uint32Array(data.pixels), data.delay);
  // Every request is answered, so that no more frames wait here than are worked on.
  postMessage(data.kind === 'finish' ? gif?.bytes() : undefined);
});
