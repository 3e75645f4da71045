import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { ndArray } from '#nd/nd-array.ts';
import type { AnyWidget } from './define-widget.ts';
import { answerRequest, PROTOCOL, type Reply } from './embed-protocol.ts';
import { enlargement, onStage } from './on-stage.ts';
import type { MountedWidget } from './page-widgets.ts';
import { choice, integer, tensor, type ParamsOf } from './params.ts';
import { createWidgetState, type AnyState } from './widget-state.ts';

vi.mock('./export/picture.ts', () => ({
  stageToSvg: () => new Blob(['<svg/>']),
  stageToPng: (_: unknown, scale: number) => Promise.resolve(new Blob([`${scale}`])),
}));

vi.mock('./scenes-drawn.ts', () => ({ scenesDrawn: () => Promise.resolve() }));

const schema = {
  size: integer({ min: 1, max: 9, default: 1 }),
  mode: choice(['plain', 'fancy'], 'plain'),
  image: tensor({ axes: [[2, 2]], default: ndArray([2], [1, 2]) }),
  step: integer({ min: 0, max: 20, default: 0 }),
};
type Params = ParamsOf<typeof schema>;

const computedBy = { name: 'cpu', floatBits: 32, drawnBySoftware: false, milliseconds: 1 } as const;
const initial: Params = { size: 1, mode: 'plain', image: schema.image.default, step: 0 };

/** A widget on a page: it doubles its size, and refuses 9. */
function mount({ timeline = true, stage = true } = {}): MountedWidget {
  const ask = async ({ size }: Params): Promise<Answer> => {
    await new Promise((resolve) => setTimeout(resolve));
    if (size === 9) {
      return {
        kind: 'refused',
        error: {
          code: 'not-finite',
          argument: 'size',
          sentence: { en: ' is 9.', ja: 'は9です。' },
        },
      };
    }
    return { kind: 'result', result: { y: ndArray([], [2 * size]) }, computedBy };
  };
  const result = { y: ndArray([], [2]) };
  const state = createWidgetState({ schema, initial, result, playback: ['step'], ask });
  const animation = { param: 'step', perSecond: 4, countsFrom: 0, steps: () => 21 };
  const widget = { id: 'doubled', version: 3, params: schema, timeline: timeline && animation };
  return {
    widget: { ...widget, timeline: widget.timeline || undefined } as unknown as AnyWidget,
    state: state as unknown as AnyState,
    locale: 'en',
    challenge: signal(undefined),
    lit: signal(undefined),
    playing: signal(false),
    run: undefined,
    model: undefined,
    element: { querySelector: () => (stage ? {} : null) } as unknown as HTMLElement,
  };
}

let mounted: MountedWidget;
beforeEach(() => {
  mounted = mount();
});

async function call(method: string, params?: unknown): Promise<unknown> {
  const reply = await answerRequest(mounted, { seikika: PROTOCOL, id: 'q', method, params });
  expect(reply).toMatchObject({ seikika: PROTOCOL, id: 'q' });
  return 'error' in (reply as Reply) ? reply : (reply as { result: unknown }).result;
}

const error = (words: RegExp) => expect.objectContaining({ error: expect.stringMatching(words) });

describe('getState', () => {
  it('gives every param as a link’s text, and the query of the whole', async () => {
    mounted.state.edit({ size: 4 });
    expect(await call('getState')).toEqual({
      widget: 'doubled',
      version: 3,
      params: { size: '4', mode: 'plain', image: '2:1,2', step: '0' },
      query: 'v=3&size=4',
    });
  });

  it('gives what setState takes', async () => {
    await call('setState', { size: 4, image: '2:3,4', mode: 'fancy', step: 7 });
    const { params, query } = (await call('getState')) as { params: object; query: string };
    await call('reset');
    expect(await call('setState', params)).toMatchObject({ query, notes: [] });
  });
});

describe('setState', () => {
  it('takes plain values and texts, keeps the others, and waits for the result', async () => {
    await call('setState', { mode: 'fancy' });
    const state = await call('setState', { size: 4, image: [5, 6], step: '2' });
    expect(state).toMatchObject({ query: 'v=3&size=4&mode=fancy&image=2:5,6&step=2', notes: [] });
    expect(mounted.state.answered.value.result.y.data[0]).toBe(8);
  });

  it('tells of what it could not take', async () => {
    expect(await call('setState', { size: 99, colour: 'red', step: 1 })).toMatchObject({
      query: 'v=3&step=1',
      notes: [
        { key: 'size', problem: 'bad' },
        { key: 'colour', problem: 'unknown' },
      ],
    });
  });

  it('can be undone by the reader', async () => {
    await call('setState', { size: 4 });
    mounted.state.undo();
    expect(mounted.state.params.value.size).toBe(1);
  });
});

describe('getResult', () => {
  it('gives the computed arrays by name and what computed them', async () => {
    mounted.state.edit({ size: 3 });
    expect(await call('getResult')).toEqual({
      arrays: { y: ndArray([], [6]) },
      computedBy,
      failure: undefined,
    });
  });

  it('tells of a refused state beside the last good arrays', async () => {
    await call('setState', { size: 9 });
    expect(await call('getResult')).toMatchObject({
      arrays: { y: ndArray([], [2]) },
      failure: { kind: 'refused', error: { argument: 'size' } },
    });
  });
});

describe('play, pause and step', () => {
  it('play and pause the timeline', async () => {
    await call('play');
    expect(mounted.playing.value).toBe(true);
    await call('pause');
    expect(mounted.playing.value).toBe(false);
  });

  it('play nothing where there is no timeline', async () => {
    mounted = mount({ timeline: false });
    await call('play');
    expect(mounted.playing.value).toBe(false);
    expect(await call('step', { step: 1 })).toEqual(error(/no timeline/));
  });

  it('go to a step and stay there, without a trace in the history', async () => {
    mounted.playing.value = true;
    expect(await call('step', { step: 5 })).toMatchObject({ query: 'v=3&step=5' });
    expect(mounted.playing.value).toBe(false);
    expect(mounted.state.canUndo.value).toBe(false);
  });

  it.each([{ step: 21 }, { step: -1 }, { step: 'x' }, { step: {} }, {}, undefined, [5]])(
    'refuse %j and play on',
    async (params) => {
      mounted.playing.value = true;
      expect(await call('step', params)).toEqual(error(/no step/));
      expect(mounted.playing.value).toBe(true);
      expect(mounted.state.params.value).toBe(initial);
    },
  );
});

describe('present', () => {
  it('tells whether the figure may be seen and how large it is shown, within bounds', async () => {
    await call('present', { shown: false, scale: 3 });
    expect([onStage.value, enlargement.value]).toEqual([false, 3]);
    await call('present', { scale: 1e9 });
    expect([onStage.value, enlargement.value]).toEqual([true, 4]);
    await call('present');
    expect([onStage.value, enlargement.value]).toEqual([true, 1]);
  });

  it.each([0, -1, NaN, '2', null])('refuses the scale %j', async (scale) => {
    expect(await call('present', { shown: false, scale })).toEqual(error(/above 0/));
    expect([onStage.value, enlargement.value]).toEqual([true, 1]);
  });
});

describe('reset', () => {
  it('goes back to the state that the widget opened with', async () => {
    await call('setState', { size: 4, step: 3 });
    expect(await call('reset')).toMatchObject({ query: 'v=3' });
    expect(mounted.state.answered.value.result.y.data[0]).toBe(2);
  });
});

describe('snapshot', () => {
  const text = async (params?: object) => ((await call('snapshot', params)) as Blob).text();

  it('is a PNG at twice the size unless it is asked for otherwise', async () => {
    expect(await text()).toBe('2');
    expect(await text({ scale: 0.5 })).toBe('0.5');
    expect(await text({ format: 'svg' })).toBe('<svg/>');
  });

  it.each([0, -1, 9, NaN, Infinity, '2', null])('refuses the scale %j', async (scale) => {
    expect(await call('snapshot', { scale })).toEqual(error(/between 0 and 8/));
  });

  it('refuses another format, and a widget without a picture', async () => {
    expect(await call('snapshot', { format: 'gif' })).toEqual(error(/no format gif/));
    mounted = mount({ stage: false });
    expect(await call('snapshot')).toEqual(error(/nothing to picture/));
  });
});

describe('messages', () => {
  it.each(['toString', '__proto__', 'constructor', 'GETSTATE', ''])(
    'answer the unknown method “%s” with an error',
    async (method) => {
      expect(await call(method)).toEqual(error(/There is no method/));
    },
  );

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', '{"seikika":1,"method":"reset"}'],
    ['a list', [{ seikika: 1, method: 'reset' }]],
    ['another protocol', { type: 'resize', method: 'reset' }],
    ['another version', { seikika: 2, id: 1, method: 'reset' }],
    ['a version in text', { seikika: '1', id: 1, method: 'reset' }],
    ['no method', { seikika: 1, id: 1 }],
    ['a method that is no name', { seikika: 1, id: 1, method: ['reset'] }],
    [
      'an id that could not be sent back',
      { seikika: 1, id: new MessageChannel().port1, method: 'reset' },
    ],
    ['one of our own replies', { seikika: 1, id: 1, result: {} }],
  ])('that are %s are not answered', async (_, message) => {
    expect(await answerRequest(mounted, message)).toBeUndefined();
  });
});
