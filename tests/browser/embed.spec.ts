import { readFileSync } from 'node:fs';
import { figure, lastStep, snapshot, type Subject } from './every-method.ts';
import {
  embed,
  expect,
  exampleQueries,
  relativeDifference,
  resultOf,
  test,
  type PlainArrays,
  widgetsOfEveryKind,
} from './support.ts';

/** Longer than a few steps of any timeline take. */
const A_WHILE = 700;

type Texts = Record<string, string>;

async function expectEvents({ page, widget, frame }: Subject): Promise<void> {
  const queries = Object.values(await exampleQueries(page, widget));
  const { v, ...example } = Object.fromEntries(new URLSearchParams(queries.at(-1)));
  expect(Number(v)).toBeGreaterThan(0);
  const all = async (name: string) => (await frame.events()).filter(({ event }) => event === name);
  const { query } = await frame.request('getState');
  expect(await all('ready')).toEqual([{ seikika: 1, event: 'ready', widget, query }]);
  await expect.poll(() => all('change')).toEqual([{ seikika: 1, event: 'change', query }]);
  const changed = await frame.request('setState', example);
  expect(changed.notes).toEqual([]);
  expect(changed.query).not.toBe(query);
  await expect
    .poll(async () => (await all('change')).at(-1))
    .toEqual({ seikika: 1, event: 'change', query: changed.query });
  const inside = figure(page).locator('body');
  for (const width of [420, 1000]) {
    await page
      .locator('#frame')
      .evaluate((element, size) => (element.style.width = `${size}px`), width);
    await expect(async () => {
      const body = await inside.evaluate((element) => ({
        width: innerWidth,
        height: Math.ceil(element.getBoundingClientRect().height),
      }));
      expect(body.width).toBe(width);
      expect((await all('resize')).at(-1)).toMatchObject({ height: body.height });
    }).toPass({ timeout: 20_000 });
  }
  const heights = (await all('resize')).map(({ height }) => Number(height));
  expect(heights.at(-1)).toBeLessThan(Math.max(...heights));
}

async function expectState({ page, widget, frame }: Subject): Promise<void> {
  const examples = Object.entries(await exampleQueries(page, widget));
  const [example, query] = examples[examples.length - 1];
  const { v, ...values } = Object.fromEntries(new URLSearchParams(query));
  const initial = await frame.request('getState');
  expect(initial).toMatchObject({ widget, query: `v=${v}` });
  const there = { widget, version: Number(v), params: expect.any(Object), query };
  expect(await frame.request('setState', values)).toEqual({ ...there, notes: [] });
  const { computedBy, failure } = await frame.request('getResult');
  expect(computedBy).toMatchObject({ name: 'wasm', floatBits: 32 });
  expect(failure).toBeUndefined();
  const references = JSON.parse(
    readFileSync(`components/widgets/${widget}/reference.json`, 'utf8'),
  ) as Record<string, PlainArrays>;
  const result = await resultOf(frame);
  expect(Object.keys(result)).toEqual(expect.arrayContaining(Object.keys(references[example])));
  for (const [name, { shape, data }] of Object.entries(references[example])) {
    expect(result[name].shape).toEqual(shape);
    expect(relativeDifference(result[name].data, data), name).toBeLessThan(1e-5);
  }
  expect(await frame.request('setState', { nonsense: 1 })).toEqual({
    ...there,
    notes: [{ key: 'nonsense', problem: 'unknown' }],
  });
  expect(await frame.request('reset')).toEqual(initial);
  expect(await frame.request('getState')).toEqual(initial);
  const linked = await embed(page, `/en/embed/${widget}/?${query}`);
  expect(await linked.request('getState')).toEqual(there);
}

async function expectNoTimeline({ page, frame }: Subject): Promise<void> {
  const before = await frame.request('getState');
  await expect(frame.request('step', { step: 1 })).rejects.toThrow('This widget has no timeline');
  expect(await frame.request('play')).toEqual(before);
  await page.waitForTimeout(A_WHILE);
  expect(await frame.request('pause')).toEqual(before);
}

async function expectTimeline({ page, frame }: Subject, last: number): Promise<void> {
  const { params: initial } = await frame.request('step', { step: 0 });
  const { params: moved } = await frame.request('step', { step: 1 });
  const changed = Object.entries(moved as Texts).filter(
    ([name, text]) => text !== (initial as Texts)[name],
  );
  expect(changed).toEqual([[expect.any(String), '1']]);
  for (const step of [-1, 1.5, 1e9, 'x', null, {}]) {
    await expect(frame.request('step', { step })).rejects.toThrow('There is no step');
  }

  const step = async (): Promise<number> => {
    const { params } = await frame.request('getState');
    return Number((params as Texts)[changed[0][0]]);
  };
  await frame.request('play');
  await expect.poll(step).toBeGreaterThan(1);
  const { query } = await frame.request('pause');
  await page.waitForTimeout(A_WHILE);
  expect(await frame.request('getState')).toMatchObject({ query });
  await frame.request('step', { step: last });
  await frame.request('play');
  expect(await step(), 'from the end it plays anew').toBeLessThan(last);
  await frame.request('step', { step: Math.max(last - 2, 0) });
  await frame.request('play');
  await expect.poll(step).toBe(last);
}

async function expectSnapshots({ page, frame }: Subject): Promise<void> {
  // A 3-D figure lies flat until its code is there.
  const scenes = await figure(page).locator('.scene').count();
  await expect(figure(page).locator('.scene[data-solid]')).toHaveCount(scenes);
  const once = await snapshot(page, { scale: 1 });
  const twice = await snapshot(page, {});
  expect(once.type).toBe('image/png');
  expect([twice.width, twice.height]).toEqual([2 * once.width, 2 * once.height]);
  expect(Math.min(once.width, once.height)).toBeGreaterThan(100);
  const { type, text } = await snapshot(page, { format: 'svg' });
  expect(type).toBe('image/svg+xml');
  expect(text).toMatch(
    new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" width="${once.width}"`),
  );
  expect(text).not.toMatch(/var\(|color-mix|class=|href="(?!data:)/);
  const cells = await figure(page).locator('[data-stage] .cell text').allTextContents();
  for (const cell of new Set(cells)) expect(text).toContain(`>${cell}<`);
  for (const params of [{ format: 'gif' }, { scale: 0 }, { scale: 1e9 }, { scale: '2' }]) {
    await expect(frame.request('snapshot', params)).rejects.toThrow(/There is no|must lie/);
  }
}

for (const widget of widgetsOfEveryKind) {
  test(`${widget}: events, state, timeline and snapshots`, async ({ page }) => {
    test.setTimeout(180_000);
    const subject = { page, widget, frame: await embed(page, `/en/embed/${widget}/`) };
    await test.step('ready, change and resize', () => expectEvents(subject));
    await subject.frame.request('reset');
    await test.step('snapshots are a PNG and an SVG of the figure', () => expectSnapshots(subject));
    const last = await lastStep(page);
    await test.step('play, pause and step', () =>
      last > 0 ? expectTimeline(subject, last) : expectNoTimeline(subject));
    await subject.frame.request('pause');
    await subject.frame.request('reset');
    await test.step('getState, setState, getResult and reset', () => expectState(subject));
  });
}

// What hides the controls is the frame's, and the same for all.
for (const ui of ['min', 'none']) {
  test(`play, pause and step with ui=${ui}`, async ({ page }) => {
    const widget = 'conv-filter';
    const frame = await embed(page, `/en/embed/${widget}/?ui=${ui}`);
    await expectTimeline({ page, widget, frame }, 35);
  });
}
