import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import { expect, openFigure, firstVisit as test } from './support.ts';

const { executablePath } = chromiumLaunchOptions();

test.use({ launchOptions: { executablePath, args: ['--no-sandbox', '--use-gl=disabled'] } });

for (const locale of ['en', 'ja']) {
  test(`${locale}: every figure of the chapter works, and the badge says what computes`, async ({
    page,
  }) => {
    await openFigure(page, `/${locale}/filtering/`, 'wasm');
    for (const figure of await page.locator('[data-figure]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('.badge')).toContainText(/WebAssembly/, { timeout: 30_000 });
    }
    await expect(page.locator('.failure')).toHaveCount(0);
  });
}

test('and without WebAssembly the CPU computes', async ({ page, silence }) => {
  silence.allow(/wasm/);
  await page.route('**/*.wasm', (route) => route.abort());
  await openFigure(page, '/en/embed/conv-filter/', 'cpu');
  await expect(page.locator('.badge')).toContainText('CPU (JavaScript) · 32-bit');
});
