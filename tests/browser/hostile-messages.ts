/** One message that a figure was sent, and what came of it. */
export type Exchange = {
  /** Whether it is a request of the protocol, which must be answered. */
  readonly ours: boolean;
  readonly method: string;
  readonly named: readonly string[];
  /** Keys of every reply, with what kind of thing it holds. */
  readonly replies: readonly string[];
  /** Params that were others afterwards. */
  readonly changed: readonly string[];
};

/**
 * Runs in a page around a figure: sends it random and hostile messages from a seeded generator, one
 * after the other, and watches its state. Must not use anything from outside itself.
 */
export async function sendHostile(options: {
  readonly seed: number;
  readonly count: number;
  readonly methods: readonly string[];
}): Promise<Exchange[]> {
  let state = options.seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const polluting: unknown = JSON.parse(
    '{"__proto__":{"step":1,"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  );
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  /** What the message in hand holds that can only be handed over. */
  let ports: MessagePort[] = [];
  const junk: readonly (() => unknown)[] = [
    ...[null, undefined, true, NaN, Infinity, -1, 0, 1.5, 2, 2 ** 53, 10n].map((it) => () => it),
    ...['', '2', '-1', '1e999', '__proto__', 'constructor', '[object Object]'].map(
      (it) => () => it,
    ),
    ...['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '9999x9999~A'].map((it) => () => it),
    ...['3x3:1', '1x1~AACAPw', 'relu', 'gelu'].map((it) => () => it),
    ...[[], [[]], [1, 2], {}, { shape: [1e9, 1e9], data: [] }, cyclic].map((it) => () => it),
    ...[{ toString: 1, valueOf: 1 }, { length: 1e9 }, new Map([[1, 2]])].map((it) => () => it),
    () => `3x3:${Array.from({ length: 9 }, () => Math.floor(9 * random())).join()}`,
    () => polluting,
    () => 'x'.repeat(1e5),
    () => new Array<number>(1e6),
    () => new Float32Array(9).fill(NaN),
    () => new Date(NaN),
    () => new Error('hostile'),
    () => new Blob(['hostile']),
    () => {
      const { port1 } = new MessageChannel();
      ports.push(port1);
      return port1;
    },
  ];
  const anything = (): unknown => one(junk)();

  const frame = (document.getElementById('frame') as HTMLIFrameElement).contentWindow;
  if (!frame) throw new Error('no frame');
  type Reply = Record<string, unknown> & { result?: Record<string, unknown> };
  let replies: Reply[] = [];
  let woken = (): void => undefined;
  addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.event !== undefined) return;
    replies.push(data);
    woken();
  });
  const post = (message: unknown): void => {
    frame.postMessage(message, '*', ports);
    ports = [];
  };
  /** Waits until that holds, or no message has come for half a minute. */
  const until = async (holds: () => boolean): Promise<void> => {
    let silent = false;
    while (!holds() && !silent) {
      silent = await new Promise<boolean>((resolve) => {
        woken = () => resolve(false);
        setTimeout(() => resolve(true), 30_000);
      });
    }
  };
  const ask = async (id: string, method: string): Promise<Reply | undefined> => {
    post({ seikika: 1, id, method });
    await until(() => replies.some((each) => each.id === id));
    return replies.find((each) => each.id === id);
  };
  const paramsAt = async (id: string): Promise<Record<string, string>> =>
    (await ask(id, 'getState'))?.result?.params as Record<string, string>;

  const kindOf = (result: unknown): string => {
    if (result instanceof Blob) return result.type;
    const fields = Object(result) as Record<string, unknown>;
    return 'widget' in fields ? String(fields.widget) : Object.keys(fields).join();
  };
  const names = Object.keys(await paramsAt('names'));
  const keys = [...names, 'v', 'format', 'scale', 'step', '__proto__', 'constructor', ''];
  const hostileMethods = ['__proto__', 'constructor', 'toString', 'valueOf', 'GETSTATE', ''];

  const exchanges: Exchange[] = [];
  let before = await paramsAt('before');
  for (let index = 0; index < options.count; index++) {
    const method = random() < 0.7 ? one(options.methods) : one([...hostileMethods, anything()]);
    const entries = Array.from({ length: Math.floor(random() * 4) }, () => [
      one(random() < 0.7 ? names : keys),
      anything(),
    ]);
    // Not by assignment, which would set the prototype.
    const record = Object.fromEntries(entries) as Record<string, unknown>;
    // What a snapshot is asked for is always wrong: drawing hundreds would only take time.
    if (method === 'snapshot') record.scale = 'hostile';
    const params = random() < 0.8 || method === 'snapshot' ? record : anything();
    const id = random() < 0.8 ? `message ${index}` : anything();
    const message =
      random() < 0.15
        ? anything()
        : { seikika: random() < 0.85 ? 1 : anything(), id, method, params };
    const { seikika, ...rest } = Object(message) as Record<string, unknown>;
    const ours = seikika === 1 && typeof rest.method === 'string' && Object(rest.id) !== rest.id;
    replies = [];
    post(message);
    if (ours) await until(() => replies.length > 0);
    const own = [...replies];
    const after = await paramsAt(`after ${index}`);
    own.push(...replies.filter((reply) => reply.id !== `after ${index}` && !own.includes(reply)));
    exchanges.push({
      ours,
      method: typeof rest.method === 'string' ? rest.method : '',
      named: Object.keys(Object(rest.params) as object).slice(0, 9),
      replies: own.map((reply) => {
        const known = Object.is(reply.id, rest.id) ? 'id' : 'a strange id';
        const fields = Object.keys(reply)
          .filter((key) => key !== 'id')
          .sort();
        return `${known},${fields.join()}: ${'error' in reply ? typeof reply.error : kindOf(reply.result)}`;
      }),
      changed: names.filter((name) => after[name] !== before[name]),
    });
    before = after;
    if (ours && own.length === 0) break;
  }
  return exchanges;
}
