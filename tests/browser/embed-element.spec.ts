import { call, deckEvents, places, test, waitForElement } from './deck.ts';
import { expect } from './support.ts';

const FAR = '<div style="height:3000px"></div>';

for (const place of places) {
  test(`${place}: alive when it is seen, not before; answers, tells and sizes itself`, async ({
    page,
    openDeck,
  }) => {
    await openDeck(
      `<seikika-widget id="near" widget="_template"></seikika-widget>${FAR}
       <seikika-widget id="far" widget="conv-filter"></seikika-widget>`,
      place,
    );
    await waitForElement(page, 'near');
    await expect(page.locator('iframe')).toHaveCount(1);
    await page.locator('#far').scrollIntoViewIfNeeded();
    const far = await waitForElement(page, 'far');
    await expect(page.locator('iframe')).toHaveCount(2);

    const { query } = await call(far, 'getState');
    expect(query).toBe('v=1');
    expect(await call(far, 'setState', { stride: 2 })).toMatchObject({ query: 'v=1&stride=2' });
    await expect
      .poll(async () => (await deckEvents(page, 'far', 'change')).at(-1))
      .toMatchObject({ query: 'v=1&stride=2' });
    expect(await call(far, 'getResult')).toMatchObject({ computedBy: { name: 'webgl' } });
    expect(await call(far, 'step', { step: 3 })).toMatchObject({ query: 'v=1&stride=2&step=3' });
    await expect(call(far, 'step', { step: -1 })).rejects.toThrow('There is no step -1');
    expect(await call(far, 'reset')).toMatchObject({ query });
    const type = await far.evaluate(async (element) => {
      type Figure = { snapshot(params: object): Promise<Blob> };
      return (await (element as unknown as Figure).snapshot({ format: 'svg' })).type;
    });
    expect(type).toBe('image/svg+xml');

    const inside = far.locator('iframe').contentFrame().locator('body');
    const heights = async () => ({
      element: await far.evaluate((element) => element.getBoundingClientRect().height),
      told: (await deckEvents(page, 'far', 'resize')).at(-1),
      needed: await inside.evaluate((body) => Math.ceil(body.getBoundingClientRect().height)),
      width: await inside.evaluate(() => innerWidth),
    });
    const sizes: number[] = [];
    for (const width of [1280, 500, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(async () => {
        const { element, told, needed, width: present } = await heights();
        expect(present).toBe(width);
        expect(element).toBe(needed);
        expect(told).toMatchObject({ height: needed });
      }).toPass({ timeout: 20_000 });
      sizes.push((await heights()).element);
    }
    expect(sizes[1]).toBeGreaterThan(sizes[0]);
    expect(sizes[2]).toBeLessThan(sizes[1]);
  });
}

test('it pauses when it is scrolled out of sight', async ({ page, openDeck }) => {
  await openDeck(
    `<seikika-widget id="figure" widget="learn-filter" state="steps=200&step=0"></seikika-widget>${FAR}`,
  );
  const figure = await waitForElement(page, 'figure');
  const query = async (): Promise<unknown> => (await call(figure, 'getState')).query;
  const start = await query();
  await call(figure, 'play');
  await expect.poll(query).not.toBe(start);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const button = figure.locator('iframe').contentFrame().locator('.play');
  await expect(button).toHaveAttribute('aria-label', 'Play');
  const paused = await query();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(700);
  expect(await query()).toBe(paused);
});

test('lang, state, theme, ui and a height of the page’s own are obeyed', async ({
  page,
  openDeck,
}) => {
  await openDeck(`<seikika-widget id="figure" widget="conv-filter" lang="ja" theme="projector"
    ui="min" state="v=1&amp;stride=2&amp;kernel=1x2:-1,1" title="A filter" style="height:444px">
    </seikika-widget>`);
  const figure = await waitForElement(page, 'figure');
  expect(await call(figure, 'getState')).toMatchObject({
    query: 'v=1&kernel=1x2:-1,1&stride=2',
  });
  const inside = figure.locator('iframe').contentFrame();
  await expect(inside.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(inside.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(inside.locator('.widget')).toHaveAttribute('data-ui', 'min');
  await expect(figure.locator('iframe')).toHaveAttribute('title', 'A filter');
  await expect.poll(async () => (await deckEvents(page, 'figure', 'resize')).length).toBeTruthy();
  for (const box of [await figure.boundingBox(), await figure.locator('iframe').boundingBox()])
    expect(box).toMatchObject({ width: 1280, height: 444 });
});

test('taken out of the page it leaves nothing behind; put back it lives anew', async ({
  page,
  openDeck,
}) => {
  await openDeck('');
  const session = await page.context().newCDPSession(page);
  const listeners = async (): Promise<number> => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
    const found = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    });
    return found.listeners.filter(({ type }) => type === 'message').length;
  };
  const before = await listeners();
  await page.evaluate(() => {
    const element = document.createElement('seikika-widget');
    element.id = 'figure';
    element.setAttribute('widget', 'learn-filter');
    document.body.append(element);
    Object.assign(window, { element });
  });
  await waitForElement(page, 'figure');
  expect(await listeners()).toBe(before + 1);
  const outcomes = await page.evaluate(async () => {
    type Figure = HTMLElement & Record<string, (params?: object) => Promise<unknown>>;
    const { element } = window as unknown as { element: Figure };
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(() => 'answered', String);
    const training = outcome(element.setState({ steps: 199 }));
    element.remove();
    const outcomes = [await training, await outcome(element.getState())];
    const frames = [element.querySelectorAll('iframe').length, window.frames.length];
    document.body.append(element);
    const early = outcome(element.getState());
    element.remove();
    outcomes.push(await early);
    return { outcomes, frames };
  });
  const gone = 'Error: The figure is not in the page';
  expect(outcomes).toEqual({ outcomes: [gone, gone, gone], frames: [0, 0] });
  expect(await listeners()).toBe(before);

  await page.evaluate(() => {
    document.body.append((window as unknown as { element: HTMLElement }).element);
  });
  expect(await call(page.locator('#figure'), 'getState')).toMatchObject({ query: 'v=1' });
});

test('elements stand for themselves', async ({ page, openDeck }) => {
  await openDeck(
    `<seikika-widget id="one" widget="conv-filter"></seikika-widget>
     <seikika-widget id="two" widget="conv-filter" style="height:300px"></seikika-widget>${FAR}
     <seikika-widget id="three" widget="conv-filter"></seikika-widget>`,
    'another port of this site',
  );
  const one = await waitForElement(page, 'one');
  await page.locator('#two').scrollIntoViewIfNeeded();
  const two = await waitForElement(page, 'two');
  const quiet = (await deckEvents(page, 'two', 'change')).length;
  await call(one, 'setState', { stride: 2, padding: 1 });
  expect(await call(two, 'getState')).toMatchObject({ query: 'v=1' });
  expect((await deckEvents(page, 'two', 'change')).length).toBe(quiet);
  // The visit’s memory, were it one for all of them, would be written by now.
  await page.waitForTimeout(500);
  await page.locator('#three').scrollIntoViewIfNeeded();
  const three = await waitForElement(page, 'three');
  expect(await call(three, 'getState')).toMatchObject({ query: 'v=1' });
  await call(three, 'step', { step: 1 });
  expect(await call(one, 'getState')).toMatchObject({ query: 'v=1&stride=2&padding=1' });
});

test('of a column of figures only those near the view are opened', async ({ page, openDeck }) => {
  const column = Array.from(
    { length: 8 },
    (_, index) => `<seikika-widget id="n${index}" widget="_template"></seikika-widget>`,
  );
  await openDeck(column.join(''));
  await waitForElement(page, 'n0');
  expect(await page.locator('iframe').count()).toBeLessThan(6);
  await expect(page.locator('#n7 iframe')).toHaveCount(0);
});

test('a key that the figure has no use for reaches the deck', async ({ page, openDeck }) => {
  await openDeck('<seikika-widget id="figure" widget="conv-filter"></seikika-widget>');
  const figure = await waitForElement(page, 'figure');
  await page.evaluate(() => {
    const shared = window as unknown as { turned: unknown[] };
    shared.turned = [];
    document.addEventListener('key', (event) => {
      shared.turned.push((event as CustomEvent<{ key: string }>).detail.key);
    });
  });
  await figure.locator('iframe').contentFrame().locator('.bar .name').click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate('turned')).toEqual(['ArrowRight']);
});
