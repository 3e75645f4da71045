import type { Page } from '@playwright/test';
import { type Embedded, expect } from './support.ts';

/** A frame around a page, and the widget that is in it. */
export type Subject = { readonly page: Page; readonly widget: string; readonly frame: Embedded };

export const figure = (page: Page) => page.frameLocator('#frame');

/** What a snapshot holds; a Blob itself does not leave the page. */
export function snapshot(page: Page, params: object) {
  return page.evaluate(async (wanted) => {
    type Shared = { request(method: string, params: object): Promise<Blob> };
    const blob = await (window as unknown as Shared).request('snapshot', wanted);
    const text = await blob.text();
    const picture = blob.type === 'image/png' ? await createImageBitmap(blob) : undefined;
    return { type: blob.type, text, width: picture?.width ?? 0, height: picture?.height ?? 0 };
  }, params);
}

/** The last step of a figure's timeline; 0 where it has none. */
export async function lastStep(page: Page): Promise<number> {
  const playback = figure(page).locator('.playback input');
  return (await playback.count()) > 0 ? Number(await playback.getAttribute('max')) : 0;
}

/** A figure answers every method of the protocol, as itself; it ends as it opened. */
export async function expectEveryMethod({ page, widget, frame }: Subject): Promise<void> {
  const initial = await frame.request('reset');
  expect(await frame.request('getState')).toEqual(initial);
  expect(initial).toMatchObject({ widget, params: expect.any(Object) });
  expect(await frame.request('setState', {})).toEqual({ ...initial, notes: [] });
  const { arrays } = await frame.request('getResult');
  expect(Object.keys(arrays as object)).not.toEqual([]);

  expect(await frame.request('present', { shown: false, scale: 2 })).toEqual(initial);
  expect(await frame.request('present')).toEqual(initial);
  const png = await snapshot(page, { scale: 1 });
  expect(png.type).toBe('image/png');
  expect(Math.min(png.width, png.height)).toBeGreaterThan(100);
  const svg = await snapshot(page, { format: 'svg' });
  expect(svg.text).toMatch(/^<svg xmlns/);

  const last = await lastStep(page);
  if (last > 0) {
    const { query } = await frame.request('step', { step: last });
    expect(query).not.toBe((await frame.request('step', { step: 0 })).query);
  } else {
    await expect(frame.request('step', { step: 0 })).rejects.toThrow(/no timeline|no step/);
  }
  expect(await frame.request('play')).toMatchObject({ widget });
  expect(await frame.request('pause')).toMatchObject({ widget });
  if ((await figure(page).locator('.run-bar').count()) === 0) {
    await expect(frame.request('run')).rejects.toThrow('nothing to run');
  }
  expect(await frame.request('reset')).toEqual(initial);
}
