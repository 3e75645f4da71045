import { describe, expect, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import { completed } from '#kit/link.ts';
import { filtersOf } from '#lab/directions.ts';
import { glyphNetwork } from '#lab/glyph-network.ts';
import { initialize } from '#lab/initialize.ts';
import { principalDirections } from '#lab/principal.ts';
import type { Batch } from '#lab/training.ts';
import { lengthOf } from '#lab/vectors.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { openState } from '../../../tests/support/open-state.ts';
import compute, { type Result } from './compute.ts';
import { cutThrough } from './cut.ts';
import { linearHeight, logHeight } from './height.ts';
import {
  aimlessShare,
  createModel,
  highestLoss,
  lossAt,
  partBeyond,
  placeOf,
  type Model,
} from './model.ts';
import { params as schema, type Params } from './params.ts';
import { rescaling } from './rescale.ts';
import { sceneOf } from './scene.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Key } from './strings.ts';
import { limitTexts, shareText } from './words.ts';

const small: Partial<Params> = { depth: 3, width: 8, steps: 12, points: 5, step: 200 };

/** Words are their keys. */
const same: Translate<Key> = (key) => key;

async function measured(given: Partial<Params>): Promise<Result> {
  const answer = await computeInProcess(compute, completed(schema, { ...small, ...given }));
  if (answer.kind !== 'result') throw new Error('refused');
  return answer.result as unknown as Result;
}

async function modelOf(given: Partial<Params> = {}): Promise<Model> {
  const open = await openState(schema, compute, { ...small, ...given }, ['step', 'cell']);
  if (!open) throw new Error('refused');
  return createModel(open.state);
}

/** A test runs up to four experiments, and not alone on its machine. */
const PATIENCE = { timeout: 60_000 };

describe('the path that is drawn', PATIENCE, () => {
  it('is that of the weights: in the plane of the first gradient its first step is whole', async () => {
    const model = await modelOf({ plane: 'gradient' });
    for (const run of model.runs.value) {
      expect(run.places[0]).toEqual([0, 0]);
      expect(run.losses[0]).toBeCloseTo(run.shadow[0], 5);
      const [x, y] = run.places[1];
      expect(x).toBeGreaterThan(0);
      expect(Math.abs(y)).toBeLessThan(1e-5 * x);
      expect(run.outside[1]).toBeLessThan(1e-4 * run.away[1]);
      expect(run.losses[1]).toBeCloseTo(run.shadow[1], 4);
      expect(run.outside[run.last]).toBeGreaterThan(0.5 * run.away[run.last]);
    }
  });

  it('ends at the origin of every other plane, where the plane has its loss', async () => {
    for (const plane of ['path', 'random', 'plain'] as const) {
      for (const run of (await modelOf({ plane })).runs.value) {
        expect(run.away[run.last]).toBe(0);
        expect(run.outside[run.last]).toBeCloseTo(0, 6);
        expect(run.shadow[run.last]).toBeCloseTo(run.losses[run.last], 5);
      }
    }
  });

  it('is as far from the plane as is left of its way beside it', async () => {
    for (const { places, outside, away, last } of (await modelOf()).runs.value) {
      for (let step = 0; step <= last; step++) {
        const inside = Math.hypot(...places[step]);
        expect(Math.hypot(inside, outside[step])).toBeCloseTo(away[step], 4);
      }
    }
  });

  it('lies mostly in its own plane, and hardly in one drawn at random', async () => {
    const [own, random] = [await measured({}), await measured({ plane: 'random' })];
    for (const share of own.share.data) expect(share).toBeGreaterThan(0.7);
    for (const share of random.share.data) expect(share).toBeLessThan(0.05);
  });

  it('says where it is lost', async () => {
    const model = await modelOf({ rate: 1e5, compare: 'none' });
    const [run] = model.runs.value;
    expect(run.lostAt).toBeGreaterThan(0);
    expect(run.losses.subarray(run.lostAt).every(Number.isNaN)).toBe(true);
    expect(run.surface.data.every((loss) => !Number.isNaN(loss))).toBe(true);
  });

  it('has no numbers of steps that it has not come to, nor a share of no variance', async () => {
    const model = await modelOf({ rate: 1e6 });
    for (const run of model.runs.value) {
      expect([run.last, run.lostAt]).toEqual([0, 1]);
      expect(shareText(run, same)).toBe('–');
    }
    expect(limitTexts(model, same)).toContain('limit.short');
    expect(limitTexts(await modelOf(), same)).not.toContain('limit.short');
  });
});

describe('a random plane', () => {
  it('has directions of which each filter is as long as that of the weights, and no biases', async () => {
    const network = glyphNetwork({ depth: 2, width: 4, treatment: 'batch' });
    const end = initialize(network, 'he', seededRandom(3)).data;
    const path = [end.map((value) => 0.9 * value), end];
    // Only the gradient looks at pictures.
    const none = undefined as unknown as Batch;
    const { plane, unit } = await cutThrough(
      network,
      path,
      none,
      completed(schema, { plane: 'random' }),
    );
    const isFilter = new Set<number>();
    for (const [from, to] of filtersOf(network)) {
      const length = lengthOf(end.subarray(from, to));
      for (const direction of [plane.across, plane.up])
        expect(lengthOf(direction.subarray(from, to)) / length).toBeCloseTo(1, 5);
      for (let at = from; at < to; at++) isFilter.add(at);
    }
    expect(lengthOf(plane.across)).toBeCloseTo(unit, 4);
    for (const direction of [plane.across, plane.up])
      direction.forEach((value, at) => expect(value === 0).toBe(!isFilter.has(at)));
  });
});

describe('rescaled layers', PATIENCE, () => {
  it('leave every loss of the path as it is', async () => {
    const [as, rescaled] = [await measured({}), await measured({ rescale: 4 })];
    expect(rescaled.losses.data).toEqual(as.losses.data);
    rescaled.shadow.data.forEach((loss, at) => {
      // At the ends the shadow is the network itself.
      if (at % 13 === 12) expect(loss).toBeCloseTo(as.shadow.data[at], 3);
    });
  });

  it('change nothing on a plane whose filters are normalized, and much on a plain one', async () => {
    const surfaces = async (plane: Params['plane']) =>
      Promise.all(
        [1, 4].map(async (rescale) => (await measured({ plane, range: 1, rescale })).surface.data),
      );
    const apart = ([a, b]: Float32Array[]): number =>
      Math.max(...a.map((loss, at) => Math.abs(b[at] / loss - 1)));
    expect(apart(await surfaces('random'))).toBeLessThan(0.005);
    expect(apart(await surfaces('plain'))).toBeGreaterThan(0.3);
  });

  it('come in pairs, and never the last one', () => {
    const network = glyphNetwork({ depth: 3, width: 2, treatment: 'none' });
    const factors = rescaling(network, 4);
    expect(factors.length).toBe(initialize(network, 'he', seededRandom(1)).data.length);
    const runs = [
      [200, 4],
      [2, 4],
      [4, 0.25],
      [2, 1],
      [4, 1],
      [2, 1],
      [20, 1],
      [10, 1],
    ];
    expect(Array.from(factors)).toEqual(
      runs.flatMap(([count, factor]) => Array(count).fill(factor)),
    );
  });
});

describe('a surface', PATIENCE, () => {
  it('has the loss of the path where that is in the plane', async () => {
    // An odd number of places: the middle one is the origin.
    const model = await modelOf({ plane: 'random' });
    for (const run of model.runs.value) {
      const middle = { row: 2, column: 2 };
      expect(placeOf(run, middle, model.params.value)).toEqual([0, 0]);
      expect(lossAt(run, middle)).toBeCloseTo(run.losses[run.last], 5);
      expect(partBeyond(run, highestLoss(run))).toBe(0);
      expect(partBeyond(run, 0)).toBe(1);
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const [a, b, c] = [await measured({}), await measured({}), await measured({ seed: 2 })];
    expect(b.surface.data).toEqual(a.surface.data);
    expect(c.surface.data).not.toEqual(a.surface.data);
  });

  it('is drawn with the path at its own losses, cut where it is cut', async () => {
    const model = await modelOf({ ceiling: 2 });
    for (const run of model.runs.value) {
      const { heights, trail } = sceneOf(model, run, same);
      expect(heights.data[0]).toBeCloseTo(run.surface.data[0] / 2, 5);
      trail?.points.forEach(([, height], step) => {
        const loss = run.losses[step];
        if (loss > 2) expect(height).toBeNaN();
        else expect(height).toBeCloseTo(loss / 2, 5);
      });
    }
  });
});

describe('heights', () => {
  it('are linear up to the cut', () => {
    const height = linearHeight(5);
    expect([0, 2.5, 5, 10].map(height.of)).toEqual([0, 0.5, 1, 2]);
    expect(height.interval).toBeCloseTo(0.1, 9);
    expect(height.ticks.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('are logarithmic from the power below the least loss to that above the largest', () => {
    const height = logHeight([0.03, 70, NaN, Infinity]);
    expect(height.top).toBe(100);
    expect([0.01, 1, 100, 0.001].map(height.of)).toEqual([0, 0.5, 1, 0]);
    expect(height.of(Infinity)).toBe(Infinity);
    expect(height.of(NaN)).toBeNaN();
  });
});

it('a walk without aim has the share that is computed for it', () => {
  const [steps, numbers] = [60, 3000];
  const random = seededRandom(5);
  const point = new Float32Array(numbers);
  const walk = Array.from({ length: steps + 1 }, () => {
    point.forEach((value, at) => (point[at] = value + normal(random)));
    return point.slice();
  });
  const [first, second] = principalDirections(walk, 2).shares;
  expect(aimlessShare(steps)).toBeCloseTo(first + second, 2);
  expect(aimlessShare(1)).toBe(1);
});
