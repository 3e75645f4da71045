import { signal } from '@preact/signals-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { ndArray } from '#nd/nd-array.ts';
import widget from '../../components/widgets/conv-filter/widget.ts';
import { arbitraryParams } from '../../tests/support/arbitrary-params.ts';
import { playbackParams } from './define-widget.ts';
import { answerRequest, PROTOCOL } from './embed-protocol.ts';
import { completed, readState } from './link.ts';
import type { MountedWidget } from './page-widgets.ts';
import { createWidgetState } from './widget-state.ts';

const answer = {
  kind: 'result',
  result: { y: ndArray([1], [0]) },
  computedBy: { name: 'cpu', floatBits: 32, drawnBySoftware: false, milliseconds: 0 },
} satisfies Answer;

function mount(): MountedWidget {
  const state = createWidgetState({
    schema: widget.params,
    initial: completed(widget.params),
    result: answer.result,
    playback: playbackParams(widget),
    ask: () => Promise.resolve(answer),
  });
  const element = { querySelector: () => null } as unknown as HTMLElement;
  const surroundings = {
    challenge: signal(undefined),
    lit: signal(undefined),
    playing: signal(false),
    run: undefined,
    model: undefined,
  };
  return { widget, state, element, locale: 'en', ...surroundings };
}

const changing = ['setState', 'step', 'reset'];
const methods = [...changing, 'getState', 'getResult', 'play', 'pause', 'snapshot'];

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Values that some param takes, and values that only look like them. */
const nearMisses = fc.constantFrom<unknown>(
  ...[2, '2', -1, NaN, Infinity, '1e999', '1e21', true, 'reflect', '__proto__', null],
  ...['3x3:1,1,1,1,1,1,1,1,1', '3x3:1', '9999x9999~A', '1x1~AACAPw'],
  ...[[[5, 6]], [[5], [6, 7]], { shape: [1, 1], data: [5] }, { shape: [1, 1], data: [NaN] }],
);

const settings = fc.dictionary(
  fc.constantFrom(...Object.keys(widget.params), 'v', 'lang', 'format', 'scale', '__proto__'),
  fc.oneof({ weight: 3, arbitrary: nearMisses }, { weight: 1, arbitrary: anything }),
);

const messages = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        seikika: fc.oneof(
          { weight: 4, arbitrary: fc.constant<unknown>(PROTOCOL) },
          { weight: 1, arbitrary: fc.constantFrom<unknown>(0, 2, '1', true, null) },
        ),
        id: fc.oneof({ weight: 4, arbitrary: fc.nat() }, { weight: 1, arbitrary: anything }),
        method: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...methods) },
          { weight: 1, arbitrary: fc.constantFrom('toString', '__proto__', 'constructor') },
          { weight: 1, arbitrary: anything },
        ),
        params: fc.oneof(
          settings,
          { weight: 2, arbitrary: arbitraryParams(widget.params) },
          anything,
        ),
      },
      { requiredKeys: [] },
    ),
  },
);

type Fields = { readonly seikika?: unknown; readonly id?: unknown; readonly method?: unknown };

const isOurs = (message: unknown): boolean => {
  const { seikika, id, method } = Object(message) as Fields;
  const named = typeof method === 'string' && Object(id) !== id;
  return seikika === PROTOCOL && named && !Array.isArray(message);
};

it('10,000 messages of any kind never throw, and change nothing but what they may', async () => {
  const mounted = mount();
  const count = { ours: 0, others: 0, changed: 0 };
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const before = mounted.state.params.value;
      const reply = await answerRequest(mounted, message);
      const after = mounted.state.params.value;

      expect(reply !== undefined).toBe(isOurs(message));
      if (reply === undefined) count.others++;
      else count.ours++;
      if (after === before) return;

      count.changed++;
      expect(changing).toContain((message as Fields).method);
      expect(reply).toHaveProperty('result');
      const { params, notes } = readState(widget.params, after);
      expect(notes).toEqual([]);
      expect(params).toEqual(after);
      expect(Object.keys(after)).toEqual(Object.keys(widget.params));
    }),
    { numRuns: 10_000 },
  );
  expect(Math.min(count.ours, count.others, count.changed)).toBeGreaterThan(300);
}, 30_000);
