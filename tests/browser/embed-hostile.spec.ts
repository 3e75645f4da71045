import { embed, expect, test, widgetsOfEveryKind } from './support.ts';
import { sendHostile } from './hostile-messages.ts';

/** To each widget; each gets others, more than ten thousand in all. */
const COUNT = 1000;
const SEED = 20_260_101;

/** All but `play`, which changes the state by and by; those that change it more often. */
const changing = ['setState', 'step', 'reset'];
const others = ['getState', 'getResult', 'pause', 'present', 'run', 'snapshot'];
const methods = [...others, ...changing, 'setState', 'setState'];

for (const [index, widget] of widgetsOfEveryKind.entries()) {
  test(`${widget}: ${COUNT} hostile messages do nothing but what they may, and strangers are not answered`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const frame = await embed(page, `/en/embed/${widget}/`);
    const initial = await frame.request('getState');
    // The first result takes longer than any later one.
    await frame.request('getResult');
    const messages = { seed: SEED + index, count: COUNT, methods };
    const exchanges = await page.evaluate(sendHostile, messages);

    const results = `(${widget}|arrays,computedBy,failure)`;
    const right = new RegExp(`^id,(error,seikika: string|result,seikika: ${results})$`);
    const wrong = exchanges.filter(({ ours, method, named, replies, changed }) => {
      if (replies.length !== Number(ours) || !replies.every((reply) => right.test(reply)))
        return true;
      if (changed.length === 0) return false;
      const answered = ours && changing.includes(method) && replies[0].includes('result');
      return !answered || (method === 'setState' && !changed.every((name) => named.includes(name)));
    });
    expect(wrong).toEqual([]);

    const count = (which: (exchange: (typeof exchanges)[number]) => boolean): number =>
      exchanges.filter(which).length;
    expect(count(({ ours }) => ours)).toBeGreaterThan(COUNT / 3);
    expect(count(({ ours }) => !ours)).toBeGreaterThan(COUNT / 5);
    // A widget of few choices seldom gets one that it knows.
    expect(count(({ changed }) => changed.length > 0)).toBeGreaterThan(0);
    expect(
      count(({ replies }) => replies.some((reply) => reply.includes('error'))),
    ).toBeGreaterThan(COUNT / 10);

    const inFrame = page.frames()[1];
    expect(
      await inFrame.evaluate(() => ({
        prototype: Object.keys(Object.prototype),
        polluted: 'polluted' in {},
        scripts: document.querySelectorAll('img[src="x"]').length,
      })),
    ).toEqual({ prototype: [], polluted: false, scripts: 0 });
    expect(await frame.request('reset')).toEqual(initial);
    expect((await frame.request('getResult')).failure).toBeUndefined();

    // Nor does it answer anybody but the page around it.
    await page.evaluate(
      async (name) => {
        const shared = window as unknown as { heard: unknown[] };
        shared.heard = [];
        const listen = ({ data }: MessageEvent<Record<string, unknown>>): void => {
          if (data.id === 'stranger') shared.heard.push(data);
        };
        addEventListener('message', listen);
        const stranger = document.createElement('iframe');
        stranger.srcdoc = 'A stranger';
        const loaded = new Promise((resolve) => stranger.addEventListener('load', resolve));
        document.body.append(stranger);
        await loaded;
        const inside = stranger.contentWindow as (Window & { eval(code: string): void }) | null;
        inside?.addEventListener('message', listen);
        inside?.eval(`
        for (const method of ['getState', 'reset', 'snapshot', 'setState', 'step'])
          for (const params of [{}, { step: 1, ${JSON.stringify(name)}: '2' }])
            parent.frames[0].postMessage({ seikika: 1, id: 'stranger', method, params }, '*');
      `);
      },
      Object.keys(initial.params as object)[0],
    );
    // Two answers to the page itself have come after whatever the other frame could have caused.
    for (let round = 0; round < 2; round++)
      expect(await frame.request('getState')).toEqual(initial);
    expect(await page.evaluate('heard')).toEqual([]);
  });
}
