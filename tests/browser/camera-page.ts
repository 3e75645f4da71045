import type { Page } from '@playwright/test';
import { expect, openFigure, type Locale } from './support.ts';

/** Lets a test see the cameras that the page opens, and hold them back. Call before the page is opened. */
export async function watchCameras(page: Page): Promise<{
  /** What became of every request for a camera: its track's state, or the error's name. */
  states(): Promise<string[]>;
  /** Whether the next requests wait until `release`, as for a reader who has not decided yet. */
  hold(): Promise<void>;
  release(): Promise<void>;
  /** How many times a camera was asked for. */
  asked(): Promise<number>;
}> {
  await page.addInitScript(() => {
    const shared: Shared = Object.assign(window, {
      cameras: [] as (() => string)[],
      held: Promise.resolve(),
      release: () => undefined,
      asked: 0,
    });
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      shared.asked++;
      await shared.held;
      try {
        const stream = await original(constraints);
        shared.cameras.push(() =>
          stream
            .getTracks()
            .map(({ readyState }) => readyState)
            .join(),
        );
        return stream;
      } catch (error) {
        shared.cameras.push(() => (error as Error).name);
        throw error;
      }
    };
  });
  return {
    states: () =>
      page.evaluate(() => (window as unknown as Shared).cameras.map((camera) => camera())),
    hold: () =>
      page.evaluate(() => {
        const shared = window as unknown as Shared;
        shared.held = new Promise((resolve) => (shared.release = resolve));
      }),
    release: () => page.evaluate(() => (window as unknown as Shared).release()),
    asked: () => page.evaluate(() => (window as unknown as Shared).asked),
  };
}

type Shared = {
  cameras: (() => string)[];
  held: Promise<void>;
  release: () => void;
  asked: number;
};

/** Grey of every cell of the input, as the figure draws it. */
export function greys(page: Page): Promise<number[]> {
  return page
    .getByRole('grid', { name: /^(input|入力)$/ })
    .getByRole('gridcell')
    .evaluateAll((cells) =>
      cells.map((cell) => Number((cell as SVGElement).style.getPropertyValue('--amount'))),
    );
}

const words = {
  en: ['Camera', 'There is no camera here, or the page may not use it.'],
  ja: ['カメラ', 'カメラがないか、使用が許可されていません。'],
} as const;

/** Asks for the camera and is refused, for this reason, in a sentence. */
export async function expectRefusal(page: Page, locale: Locale, error: string): Promise<void> {
  const [name, sentence] = words[locale];
  const cameras = await watchCameras(page);
  await openFigure(page, `/${locale}/embed/conv-filter/`);
  const drawn = await greys(page);
  const button = page.getByRole('button', { name });
  await button.click();
  const control = page.locator('.control', { has: button });
  await expect(control.getByRole('alert').filter({ visible: true })).toHaveText(sentence);
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await cameras.states()).toEqual([error]);
  expect(await greys(page)).toEqual(drawn);
  expect(new Set(drawn).size).toBeGreaterThan(1);
}
