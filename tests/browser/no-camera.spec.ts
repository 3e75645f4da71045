import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import { expectRefusal } from './camera-page.ts';
import { locales, firstVisit as test } from './support.ts';

const { args, ...options } = chromiumLaunchOptions();

test.use({
  launchOptions: {
    ...options,
    args: [...args, '--use-fake-device-for-media-stream=device-count=0'],
  },
  permissions: ['camera'],
});

for (const locale of locales) {
  test(`${locale}: without a camera there is a sentence, and the input stays`, async ({ page }) => {
    await expectRefusal(page, locale, 'NotFoundError');
  });
}
