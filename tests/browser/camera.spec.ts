import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import { expectRefusal, greys, watchCameras } from './camera-page.ts';
import { PATH } from './conv-filter-page.ts';
import { expect, locales, openFigure, firstVisit as test } from './support.ts';

const { args, ...options } = chromiumLaunchOptions();

test.use({
  launchOptions: {
    ...options,
    args: [...args, '--use-fake-device-for-media-stream'],
  },
  permissions: ['camera'],
});

for (const side of [8, 28]) {
  test(`the camera’s picture becomes the input of ${side} × ${side} cells`, async ({ page }) => {
    const cameras = await watchCameras(page);
    await openFigure(page, PATH);
    await page.getByLabel('cells a side', { exact: true }).fill(String(side));
    await page.keyboard.press('Enter');
    const drawn = await greys(page);
    await page.getByRole('button', { name: 'Camera' }).click();
    const stop = page.getByRole('button', { name: 'Stop camera' });
    await expect(stop).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => greys(page)).not.toEqual(drawn);
    expect(await cameras.states()).toEqual(['live']);
    await stop.click();
    await expect(page.getByRole('button', { name: 'Camera' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    expect(await cameras.states()).toEqual(['ended']);

    const taken = await greys(page);
    expect(taken.length).toBe(side ** 2);
    expect(new Set(taken).size).toBeGreaterThan(3);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...taken)).toBeLessThanOrEqual(1);
    // The fake camera's disc turns; how much of it 8 × 8 cells show depends on the moment.
    expect(Math.max(...taken) - Math.min(...taken)).toBeGreaterThan(0.1);
    // Several frames would have come by then.
    await page.waitForTimeout(500);
    expect(await greys(page)).toEqual(taken);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await greys(page), 'all frames are one edit').toEqual(drawn);
  });
}

test('a camera that is stopped before it has started stays off', async ({ page }) => {
  const cameras = await watchCameras(page);
  await openFigure(page, PATH);
  const drawn = await greys(page);
  await cameras.hold();
  const button = page.getByRole('button', { name: 'Camera' });
  await button.click();
  await expect.poll(cameras.asked).toBe(1);
  await button.click();
  await cameras.release();
  await expect.poll(async () => (await cameras.states()).length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await cameras.states()).every((state) => state === 'ended'))
    .toBe(true);
  await page.waitForTimeout(500);
  expect(await greys(page)).toEqual(drawn);
  await expect(page.getByRole('button', { name: 'Camera' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

for (const locale of locales) {
  test(`${locale}: where the reader refuses the camera there is a sentence, and the input stays`, async ({
    page,
    context,
  }) => {
    await context.clearPermissions();
    // Granting one refuses the others.
    await context.grantPermissions(['geolocation']);
    await expectRefusal(page, locale, 'NotAllowedError');
  });
}
