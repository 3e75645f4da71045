import { expectFigure, openLecture, position } from './lecture-page.ts';
import { expect, expectAccessible, test } from './support.ts';

test('the presenter’s window follows and leads', async ({ page, context }) => {
  test.setTimeout(120_000);
  const noise: string[] = [];
  await openLecture(page, '/en/filtering/', 'window');
  await expectFigure(page, 'window');
  const other = await context.newPage();
  other.on('console', (message) => noise.push(message.text()));
  other.on('pageerror', (error) => noise.push(error.message));
  // Another chapter's lecture has nothing to do with this one.
  await openLecture(other, '/en/channels/');

  const opened = context.waitForEvent('page');
  await page.bringToFront();
  await page.keyboard.press('p');
  const presenter = await opened;
  presenter.on('console', (message) => noise.push(message.text()));
  presenter.on('pageerror', (error) => noise.push(error.message));
  const at = presenter.locator('.presenter-position');
  await expect(at).toHaveText(/^2 \/ 10 · /);
  await expect(presenter.locator('.presenter-text')).toContainText('The kernel lies over');
  await expect(presenter.locator('.presenter-text .katex').first()).toBeVisible();
  await expect(presenter.locator('.presenter-next .predict')).toBeVisible();
  await expect(presenter.getByText('No lecture of this chapter')).toHaveCount(0);

  // It steps the figure …
  const controls = presenter.locator('.presenter-figure');
  const steps = controls.locator('span');
  const before = await steps.innerText();
  await controls.getByRole('button', { name: 'One step on' }).click();
  await expect(steps).not.toHaveText(before);
  await expect(page.locator('#window .playback .position')).toContainText(
    (await steps.innerText()).split(' ')[0],
  );
  // … turns the screens, and is turned.
  await presenter.keyboard.press('PageDown');
  await expect(page).toHaveURL(/lecture=predict-/);
  await expect(page.locator('[data-on] .outcome')).toBeHidden();
  await presenter.getByRole('button', { name: 'Next ›' }).click();
  await expect(page.locator('[data-on] .outcome')).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(at).toHaveText(/^4 \/ 10 · /);
  await expect(presenter).toHaveURL(/presenter=/);
  await expect(position(other)).toHaveText(/^1 \//);

  const timer = presenter.getByRole('timer');
  await expect(timer).toHaveText('0:00');
  await presenter.getByRole('button', { name: 'Start' }).click();
  await expect(timer).toHaveText('0:01');
  await presenter.locator('.presenter-timer').getByRole('button', { name: 'Pause' }).click();
  await presenter.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(timer).toHaveText('0:00');
  await expectAccessible(presenter, ['light', 'dark'], ['.katex-html', '.presenter-picture']);

  await page.keyboard.press('Escape');
  await expect(presenter.getByText('No lecture of this chapter')).toBeVisible();
  expect(noise.filter((text) => !/GPU stall/.test(text))).toEqual([]);
});

test('where windows cannot talk or open, the lecture says so', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openLecture(page, '/en/filtering/');
  await page.keyboard.press('p');
  await expect(page.getByText('has not opened a second window')).toBeVisible();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });
  await openLecture(page, '/ja/filtering/');
  await page.keyboard.press('p');
  await expect(page.getByText('通信できない')).toBeVisible();
});
