import { describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { axisOf, drawn } from './axes.ts';
import { doubled, unshifted } from './challenges.ts';
import compute from './compute.ts';
import { createModel, type Model } from './model.ts';
import { params as schema, type Params } from './params.ts';

async function open(given: Partial<Params> = {}) {
  const params = completed(schema, given);
  const result = await resultOf(compute, params);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  const state = createWidgetState({ schema, initial: params, result, playback: ['step'], ask });
  return { params, result, model: createModel(state) };
}

const last = (model: Model, kind: string) => {
  const { curves } = model.networks.value.find((network) => network.kind === kind) ?? {};
  return { variance: curves?.variance.at(-1) ?? NaN, mean: curves?.squaredMean.at(-1) ?? NaN };
};

describe('the first picture', () => {
  it('none explodes, BN grows in a line, and NF does the same without a norm', async () => {
    const { model } = await open();
    expect(last(model, 'none').variance + last(model, 'none').mean).toBeGreaterThan(1e6);
    const batch = last(model, 'batch');
    expect(Math.abs(batch.variance + batch.mean - 26)).toBeLessThan(2);
    expect(Math.abs(last(model, 'free').variance - 26)).toBeLessThan(2);
    // In a line: every block adds as much as the one before.
    const free = model.networks.value.find(({ kind }) => kind === 'free')?.curves.variance ?? [];
    expect(Math.abs(free[12] - 13)).toBeLessThan(1);
  });

  it('the same numbers are drawn for every network, however many blocks there are', async () => {
    const few = await open({ blocks: 4, third: 'off' });
    const many = await open({ blocks: 6, second: 'off' });
    const curve = ({ model }: typeof few) => [...model.networks.value[0].curves.variance];
    expect(curve(many).slice(0, 5)).toEqual(curve(few));
  });
});

describe('the band', () => {
  it.each([
    { alpha: 0.2, width: '256', blocks: 20 },
    { alpha: 1, width: '128', blocks: 20 },
    { alpha: 1, width: '128', blocks: 16, stages: 'resnet50' },
  ] as const)('holds nearly all that is measured: %o', { timeout: 60_000 }, async (given) => {
    let [within, all] = [0, 0];
    for (const seed of [1, 2, 3, 4]) {
      const { model } = await open({ ...given, seed, first: 'off', second: 'off' });
      const { low, high } = model.prediction.value.band ?? { low: [], high: [] };
      for (const [block, variance] of [...model.networks.value[0].curves.variance].entries()) {
        all += 1;
        if (variance >= low[block] && variance <= high[block]) within += 1;
      }
    }
    expect(within / all).toBeGreaterThan(0.8);
  });

  it('is not drawn for convolutions, where zeros take variance away', async () => {
    const { model } = await open({ layer: 'conv', blocks: 8, first: 'off' });
    expect(model.prediction.value.band).toBeUndefined();
    expect(last(model, 'free').variance).toBeLessThan(0.85 * 9);
  });
});

describe('what differs between paper and code', () => {
  it('is nothing with ReLU, and something with GELU', async () => {
    const ends = async (given: Partial<Params>) =>
      Promise.all(
        (['before', 'after'] as const).map(async (divides) => {
          const { model } = await open({ ...given, divides, blocks: 10, first: 'off' });
          return last(model, 'free').variance;
        }),
      );
    const [paper, code] = await ends({});
    expect(Math.abs(paper - code)).toBeLessThan(1e-4 * paper);
    const [paperGelu, codeGelu] = await ends({ activation: 'gelu' });
    expect(Math.abs(paperGelu - codeGelu)).toBeGreaterThan(0.01 * paperGelu);
  });
});

describe('axes', () => {
  const axis = { from: 0, to: 10 };

  it('a curve ends where it first leaves a linear axis', () => {
    expect(drawn([1, 5, 20, 7, 400], axis)).toEqual([1, 5, 10, NaN, NaN]);
  });

  it('on a logarithmic axis nothing leaves', () => {
    expect(drawn([0, 5, 2000], { from: 1e-3, to: 1e4, logarithmic: true })).toEqual([
      1e-3, 5, 2000,
    ]);
  });

  it('what explodes does not set a linear axis, unless it is alone', async () => {
    const { model } = await open({ blocks: 10, third: 'off' });
    const all = model.networks.value;
    expect(axisOf('variance', all, 'linear', []).to).toBeLessThan(20);
    expect(axisOf('variance', all, 'logarithmic', []).to).toBeGreaterThan(200);
    expect(axisOf('variance', [all[0]], 'linear', []).to).toBeGreaterThan(200);
  });
});

describe('challenges', () => {
  it('doubled: α² times the blocks is 1', async () => {
    const { params, result } = await open({ blocks: 25, alpha: 0.2, step: 25 });
    expect(doubled(params, result)).toBe(true);
    const start = await open();
    expect(doubled(start.params, start.result)).toBe(false);
  });

  it('unshifted: an activation that is odd', async () => {
    const odd = await open({ first: 'free-plain', activation: 'tanh' });
    expect(unshifted(odd.params, odd.result)).toBe(true);
    const even = await open({ first: 'free-plain' });
    expect(unshifted(even.params, even.result)).toBe(false);
  });
});
