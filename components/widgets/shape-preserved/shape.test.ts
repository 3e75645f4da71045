import { describe, expect, it } from 'vitest';
import { completed } from '#kit/link.ts';
import { binsOf } from '#nd/bins.ts';
import { ndArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { bell as bellGoal, leftTail } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { BAR_WIDTH, BARS, drawSample, sketchOf, type Distribution } from './distributions.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { barsOf, bell, chanceDistance, distanceFromBell } from './shape.ts';

async function opened(given: Partial<Params> = {}) {
  const figure = await openState<typeof schema, Result>(schema, compute, given);
  if (!figure) throw new Error('It is refused');
  return { ...figure, model: createModel(figure.state) };
}

const paramsOf = (given: Partial<Params>): Params => completed(schema, given);

describe('a sample', () => {
  // Skewness and kurtosis in closed form; of the two humps from the moments of a mixture.
  it.each<[Distribution, number, number]>([
    ['exponential', 2, 9],
    ['uniform', 0, 1.8],
    ['normal', 0, 3],
  ])(
    'of the %s distribution has its skewness and kurtosis, but for chance',
    async (distribution, skewness, kurtosis) => {
      const { model } = await opened({ distribution, size: 2000 });
      expect(Math.abs(model.before.value.skewness - skewness)).toBeLessThan(0.35);
      expect(Math.abs(model.before.value.kurtosis - kurtosis)).toBeLessThan(kurtosis / 3);
    },
  );

  it('of a sketch fills its bars as their heights say', () => {
    const heights = Array.from({ length: BARS }, (_, bar) => (bar === 3 ? 1 : bar === 7 ? 3 : 0));
    const sample = drawSample(
      paramsOf({ distribution: 'sketch', sketch: ndArray([BARS], heights), size: 2000 }),
    );
    const { densities } = binsOf(sample.data, [0, 10], BARS);
    const parts = densities.map((density) => density * BAR_WIDTH);
    expect(parts[3] + parts[7]).toBeCloseTo(1);
    expect(Math.abs(parts[3] - 0.25)).toBeLessThan(0.04);
  });

  it('cannot be drawn from a sketch without a bar', () => {
    const sketch = ndArray([BARS], Array<number>(BARS).fill(0));
    expect(() => drawSample(paramsOf({ distribution: 'sketch', sketch }))).toThrow(
      /nothing-to-draw/,
    );
  });
});

describe('normalizing', () => {
  it.each(['exponential', 'uniform', 'bimodal', 'normal', 'sketch'] as const)(
    'moves and scales a sample (%s), and keeps its shape',
    async (distribution) => {
      const { moments } = (await opened({ distribution, gamma: 2.5, beta: -3 })).model;
      const { x, centred, normalized, y } = moments.value;
      expect(centred.mean).toBeCloseTo(0, 4);
      expect(normalized.deviation).toBeCloseTo(1, 3);
      expect(y.mean).toBeCloseTo(-3, 4);
      expect(y.deviation).toBeCloseTo(2.5, 3);
      for (const after of [centred, normalized, y]) {
        expect(after.skewness).toBeCloseTo(x.skewness, 4);
        expect(after.kurtosis).toBeCloseTo(x.kurtosis, 3);
      }
    },
  );

  it('with γ below 0 mirrors it', async () => {
    const { x, y } = (await opened({ gamma: -0.7, beta: 1 })).model.moments.value;
    expect(y.skewness).toBeCloseTo(-x.skewness, 4);
    expect(y.kurtosis).toBeCloseTo(x.kurtosis, 3);
  });

  it('with γ = 0 leaves no shape', async () => {
    const { model } = await opened({ gamma: 0, beta: 2 });
    expect(model.moments.value.y).toMatchObject({ mean: 2, flat: true });
  });

  it('is a straight line through every pair of numbers', async () => {
    const { model } = await opened({ distribution: 'bimodal', gamma: -2, beta: 0.5 });
    const { slope, intercept } = model.line.value;
    const { x, y } = model.samples.value;
    for (const place of [0, 100, 599])
      expect(slope * x[place] + intercept).toBeCloseTo(y[place], 4);
  });
});

describe('how far a sample is from a bell', () => {
  it('is 0 for the bell itself', () => {
    const width = 0.25;
    const densities = Array.from({ length: 32 }, (_, bar) => bell(-4 + (bar + 0.5) * width));
    expect(distanceFromBell({ from: -4, width, densities })).toBe(0);
  });

  it('is about what chance says for a sample of one', () => {
    const random = seededRandom(7);
    const distances = Array.from({ length: 40 }, () =>
      distanceFromBell(
        barsOf(
          Array.from({ length: 600 }, () => normal(random)),
          [-5, 5],
        ),
      ),
    );
    const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length;
    expect(mean / chanceDistance(barsOf([0], [-5, 5]), 600)).toBeCloseTo(1, 1);
  });
});

it('drawing across bars sets all between, and starts from the distribution that is shown', async () => {
  const { state, model } = await opened({ distribution: 'uniform' });
  model.drawBars({ bar: 4, height: 1 }, { bar: 6, height: 3 }, 'drag');
  model.drawBars({ bar: 6, height: 3 }, { bar: 7, height: 99 }, 'drag');
  const { distribution, sketch } = state.params.value;
  expect(distribution).toBe('sketch');
  expect(Array.from(sketch.data.slice(4, 8))).toEqual([1, 2, 3, 10]);
  expect(sketch.data[10]).toBe(sketchOf('uniform').data[10]);
  state.undo();
  expect(state.params.value.distribution).toBe('uniform');
});

describe('the challenges', () => {
  const met = async (given: Partial<Params>, goal: typeof bellGoal): Promise<boolean> => {
    const { state } = await opened(given);
    const { params, result } = state.answered.value;
    return goal(params, result);
  };
  const sketch = ndArray(
    [BARS],
    [0, 0, 0, 0, 0, 0.5, 1.5, 3.5, 6.5, 9, 9, 6.5, 3.5, 1.5, 0.5, 0, 0, 0, 0, 0],
  );

  it('asks for a sketch of a bell; normalizing what is none does not do', async () => {
    for (const seed of [1, 2, 3, 4]) {
      expect(await met({ distribution: 'sketch', sketch, seed }, bellGoal)).toBe(true);
    }
    expect(await met({ distribution: 'sketch' }, bellGoal)).toBe(false);
    expect(await met({ distribution: 'sketch', sketch: sketchOf('uniform') }, bellGoal)).toBe(
      false,
    );
    expect(await met({ distribution: 'normal' }, bellGoal)).toBe(false);
  });

  it('asks for a mirrored exponential', async () => {
    expect(await met({ gamma: -1 }, leftTail)).toBe(true);
    expect(await met({ gamma: 1, beta: -5 }, leftTail)).toBe(false);
    expect(await met({ gamma: 0 }, leftTail)).toBe(false);
  });
});
