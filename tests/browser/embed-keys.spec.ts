import type { Keyboard, Locator } from '@playwright/test';
import { embed, expect, test, widgetsOfEveryKind } from './support.ts';

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];

for (const widget of widgetsOfEveryKind) {
  test(`${widget}: keys that nothing in the figure uses go on to the slides`, async ({ page }) => {
    test.setTimeout(180_000);
    const frame = await embed(page, `/en/embed/${widget}/`);
    const figure = page.frameLocator('#frame');
    const body = figure.locator('body');
    const keys = async (): Promise<string[]> => {
      const events = await frame.events();
      return events.flatMap(({ event, key, shift }) =>
        event === 'key' ? [`${shift ? 'Shift+' : ''}${String(key)}`] : [],
      );
    };
    const sent: string[] = [];
    const expectSent = async (target: Locator | Keyboard, ...pressed: string[]): Promise<void> => {
      for (const key of pressed) await target.press(key);
      sent.push(...pressed.map((key) => key.replace('Space', ' ')));
      await expect.poll(keys).toEqual(sent);
    };
    // Messages keep their order: had a key been sent, it would stand before this one.
    const expectKept = async (target: Locator | Keyboard, ...pressed: string[]): Promise<void> => {
      for (const key of pressed) await target.press(key);
      await body.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await expectSent(page.keyboard, 'PageDown');
    };

    await figure.locator('.bar .name').click();
    await expectSent(page.keyboard, ...arrows, 'Space', 'Escape', 'Shift+Space', 'Shift+ArrowLeft');
    await expectKept(page.keyboard, 'a', 'Enter', 'Control+ArrowLeft', 'Alt+ArrowUp');

    for (const grid of await figure.locator('[role="grid"]').all()) {
      const cell = grid.locator('[tabindex="0"]');
      await expectKept(cell, ...arrows, 'Shift+ArrowUp');
      await expectSent(cell, 'Space', 'Escape');
    }
    const editable = figure.locator('.matrix-editor [tabindex="0"]').first();
    if ((await editable.count()) > 0) {
      await editable.press('F2');
      await expectKept(figure.locator('.cell-input'), 'ArrowLeft', 'Space', 'Escape');
    }

    const fields = figure.locator('.stepper input, select, input[type="range"]');
    // A field may take others away.
    for (let index = 0; index < (await fields.count()); index++) {
      await expectKept(fields.nth(index), 'ArrowDown', 'ArrowUp', 'Escape');
    }
    const button = figure.locator('.actions button[popovertarget]').first();
    await expectKept(button, 'Space', 'Escape');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expectSent(button, 'ArrowRight', 'Escape');
  });
}
