import { signal } from '@preact/signals-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { playbackParams, type AnyWidget } from '#kit/define-widget.ts';
import { answerRequest, PROTOCOL } from '#kit/embed-protocol.ts';
import { completed, readState } from '#kit/link.ts';
import type { MountedWidget } from '#kit/page-widgets.ts';
import type { Schema } from '#kit/params.ts';
import { widgets } from '#kit/registry.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { ndArray } from '#nd/nd-array.ts';
import { arbitraryParams } from './support/arbitrary-params.ts';

const TOTAL = 60_000;
const runs = Math.ceil(TOTAL / widgets.size);

const answer = {
  kind: 'result',
  result: { y: ndArray([1], [0]) },
  computedBy: { name: 'cpu', floatBits: 32, drawnBySoftware: false, milliseconds: 0 },
} satisfies Answer;

function mount(widget: AnyWidget): MountedWidget {
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

/** What plays from the end begins anew. */
const changing = ['setState', 'step', 'reset', 'play'];
const methods = [...changing, 'getState', 'getResult', 'pause', 'run', 'present', 'snapshot'];

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

const others = ['v', 'lang', 'format', 'scale', 'step', 'shown', '__proto__'];

const settings = (schema: Schema) =>
  fc.dictionary(
    fc.constantFrom(...Object.keys(schema), ...others),
    fc.oneof({ weight: 3, arbitrary: nearMisses }, { weight: 1, arbitrary: anything }),
  );

const messagesTo = (schema: Schema) =>
  fc.oneof(
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
            { weight: 6, arbitrary: fc.constantFrom('setState', ...methods) },
            { weight: 1, arbitrary: fc.constantFrom('toString', '__proto__', 'constructor') },
            { weight: 1, arbitrary: anything },
          ),
          params: fc.oneof(
            settings(schema),
            { weight: 3, arbitrary: arbitraryParams(schema) },
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

it.each([...widgets.values()])(
  `${runs} messages of any kind to $id never throw, and change nothing but what they may`,
  async (widget) => {
    const mounted = mount(widget);
    const count = { ours: 0, others: 0, changed: 0 };
    const check = async (message: unknown): Promise<void> => {
      const before = mounted.state.params.value;
      const reply = await answerRequest(mounted, message);
      const after = mounted.state.params.value;

      expect(reply !== undefined).toBe(isOurs(message));
      if (reply === undefined) count.others++;
      else count.ours++;
      if (after === before) return;

      count.changed++;
      expect(changing).toContain((message as Fields).method);
      expect(reply).toHaveProperty('result.widget', widget.id);
      const { params, notes } = readState(widget.params, after);
      expect(notes).toEqual([]);
      expect(params).toEqual(after);
      expect(Object.keys(after)).toEqual(Object.keys(widget.params));
    };
    await fc.assert(fc.asyncProperty(messagesTo(widget.params), check), { numRuns: runs });
    expect(Math.min(count.ours, count.others)).toBeGreaterThan(runs / 10);
    expect(count.changed).toBeGreaterThan(runs / 100);
  },
  30_000,
);
