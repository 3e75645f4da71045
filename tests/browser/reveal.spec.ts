import { readFileSync } from 'node:fs';
import { test, waitForElement } from './deck.ts';
import { expect } from './support.ts';

const REVEAL = 'node_modules/reveal.js/dist';
const read = (name: string): string => readFileSync(`${REVEAL}/${name}`, 'utf8');

const deck = `
  <style>${read('reveal.css')} ${read('theme/white.css').replace(/@import[^;]*;/g, '')}</style>
  <div class="reveal"><div class="slides">
    <section><h2>Before</h2></section>
    <section>
      <seikika-widget id="cubes" widget="norm-cubes" theme="projector" ui="min"
        state="v=2&norm=group" style="height:720px"></seikika-widget>
    </section>
    <section><h2>After</h2></section>
  </div></div>
  <script>${read('reveal.js')}</script>
  <script>
    Reveal.initialize({ width: 1280, height: 720, margin: 0, transition: 'none', hash: false });
  </script>`;

test('the cubes in a reveal.js deck turn by drag, and arrows still flip the slides', async ({
  page,
  openDeck,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openDeck(deck);
  const slide = () =>
    page.evaluate(() => (0, eval)('Reveal').getIndices().h as number) as Promise<number>;
  await page.keyboard.press('ArrowRight');
  await expect.poll(slide).toBe(1);
  const element = await waitForElement(page, 'cubes');
  const figure = element.locator('iframe').contentFrame();
  await expect(figure.locator('.count')).toHaveText(/^6 statistics, each over 50 values/);
  const canvas = figure.locator('.scene[data-solid] canvas');
  await expect(canvas).toBeVisible();
  const query = (): Promise<string> =>
    element.evaluate(async (target) => {
      type Figure = { getState(): Promise<{ query: string }> };
      return (await (target as unknown as Figure).getState()).query;
    });
  expect(await query()).not.toContain('yaw');

  const box = await canvas.boundingBox();
  if (!box) throw new Error('The scene is not to be seen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 120, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(query).toContain('yaw=');
  await page.screenshot({ path: test.info().outputPath('cubes.png') });

  await figure.locator('.count').click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(slide).toBe(2);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(slide).toBe(1);
});
