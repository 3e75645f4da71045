import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { expect } from './support.ts';

export type Film = { readonly bytes: Buffer; readonly type: string };

/** Opens the panel and chooses a format and what belongs to it. */
export async function choose(
  page: Page,
  format: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const save = page.getByRole('button', { name: 'Save', exact: true });
  if (!(await save.isVisible())) await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: format, exact: true }).click();
  for (const [label, value] of Object.entries(fields)) {
    const field = page.locator('.export').getByLabel(label, { exact: true });
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) {
      await field.selectOption({ label: value });
    } else {
      await field.fill(value);
      await field.blur();
    }
  }
}

/** Exports through the panel, as a reader does. */
export async function save(
  page: Page,
  format: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Film> {
  await choose(page, format, fields);
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const file = await download;
  await expect(page.locator('.export progress')).toHaveCount(0);
  const extension = file.suggestedFilename().split('.').at(-1) ?? '';
  const type = /png|gif/.test(extension) ? `image/${extension}` : `video/${extension}`;
  return { bytes: readFileSync(await file.path()), type };
}

/** What a player finds in a film. */
export type Played = {
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  /** How far the first and the last frame are from what they should show: see {@link differences}. */
  readonly first: Difference;
  readonly last: Difference;
};

export type Difference = {
  /** Mean over all pixels and channels, of 255. */
  readonly mean: number;
  /** Part of the pixels that are off by more than 64 of 255 in some channel. */
  readonly far: number;
};

/** Plays a film in the browser and compares its ends with pictures. */
export async function play(page: Page, film: Film, first: Film, last: Film): Promise<Played> {
  const files = [film, first, last].map(({ bytes, type }) => ({
    text: bytes.toString('base64'),
    type,
  }));
  return page.evaluate(async (given) => {
    const [{ blob, type }, ...pictures] = given.map(({ text, type: mime }) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      return { blob: new Blob([bytes], { type: mime }), type: mime };
    });

    function pixelsOf(source: CanvasImageSource, width: number, height: number): Uint8ClampedArray {
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
        '2d',
      );
      context?.drawImage(source, 0, 0);
      return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    }

    async function differenceTo(
      source: CanvasImageSource,
      picture: Blob,
      [width, height]: readonly [number, number],
    ): Promise<{ mean: number; far: number }> {
      const wanted = await createImageBitmap(picture);
      if (wanted.width !== width || wanted.height !== height) return { mean: 255, far: 1 };
      const [a, b] = [pixelsOf(source, width, height), pixelsOf(wanted, width, height)];
      let [sum, far] = [0, 0];
      for (let pixel = 0; pixel < a.length; pixel += 4) {
        const errors = [0, 1, 2].map((part) => Math.abs(a[pixel + part] - b[pixel + part]));
        sum += errors[0] + errors[1] + errors[2];
        if (Math.max(...errors) > 64) far++;
      }
      return { mean: sum / (0.75 * a.length), far: (4 * far) / a.length };
    }

    const [firstPicture, lastPicture] = pictures.map((picture) => picture.blob);
    if (type === 'image/gif') {
      const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type });
      await decoder.tracks.ready;
      await decoder.completed;
      const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
      let duration = 0;
      const ends: { mean: number; far: number }[] = [];
      let size: [number, number] = [0, 0];
      for (let frameIndex = 0; frameIndex < count; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        duration += (image.duration ?? 0) / 1e6;
        size = [image.displayWidth, image.displayHeight];
        if (frameIndex === 0) ends.push(await differenceTo(image, firstPicture, size));
        if (frameIndex === count - 1) ends.push(await differenceTo(image, lastPicture, size));
        image.close();
      }
      return { width: size[0], height: size[1], duration, first: ends[0], last: ends[1] };
    }
    const video = Object.assign(document.createElement('video'), { muted: true });
    video.src = URL.createObjectURL(blob);
    // “loadeddata” and “seeked” may come before there is anything to be drawn.
    const presented = (from: number): Promise<void> =>
      new Promise((resolve, reject) => {
        video.onerror = () => reject(new Error(video.error?.message));
        video.requestVideoFrameCallback(function look(_, { mediaTime }) {
          if (mediaTime >= from) resolve();
          else video.requestVideoFrameCallback(look);
        });
      });
    await presented(0);
    const size = [video.videoWidth, video.videoHeight] as const;
    const first = await differenceTo(video, firstPicture, size);
    const { duration } = video;
    const end = presented(duration / 2);
    video.currentTime = duration - 0.05;
    await end;
    const last = await differenceTo(video, lastPicture, size);
    return { width: size[0], height: size[1], duration, first, last };
  }, files);
}

/** Frames of a film as they stand in the file. */
export async function frameCount(page: Page, { bytes, type }: Film): Promise<number> {
  if (type === 'image/gif') {
    return page.evaluate(async (text) => {
      const data = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: 'image/gif' });
      await decoder.tracks.ready;
      await decoder.completed;
      return decoder.tracks.selectedTrack?.frameCount ?? 0;
    }, bytes.toString('base64'));
  }
  const input = new Input({
    source: new BufferSource(Uint8Array.from(bytes)),
    formats: ALL_FORMATS,
  });
  const track = await input.getPrimaryVideoTrack();
  return (await track?.computePacketStats())?.packetCount ?? 0;
}
