import { describe, expect, it } from 'vitest';
import type { ParamsOf } from '#kit/params.ts';
import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { keeps, missed } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { misses } from './gains.ts';
import { createModel } from './model.ts';
import { params } from './params.ts';
import { places } from './places.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function open(given: Given = {}) {
  const opened = await openState<typeof params, Result>(params, compute, given);
  if (!opened) throw new Error('This sample is refused');
  return createModel(opened.state);
}

/** E[g], E[g²], Var[g], 1/√Var[g], 1/√E[g²], by adaptive quadrature in float64. */
const exact: Readonly<Record<ActivationName, readonly number[]>> = {
  identity: [0, 1, 1, 1, 1],
  relu: [0.39894228, 0.5, 0.34084506, 1.71285855, 1.414213562],
  leakyRelu: [0.39495286, 0.50005, 0.34406224, 1.704831627, 1.414142857],
  gelu: [0.28209479, 0.42522148, 0.34564401, 1.700926243, 1.533530441],
  geluTanh: [0.28203859, 0.42519371, 0.34564795, 1.700916562, 1.533580522],
  silu: [0.20662096, 0.35577552, 0.3130833, 1.787187222, 1.67653247],
  sigmoid: [0.5, 0.29337904, 0.04337904, 4.801313372, 1.846228545],
  tanh: [0, 0.39429449, 0.39429449, 1.59253742, 1.59253742],
  elu: [0.16052057, 0.64494542, 0.61917856, 1.270843418, 1.245198301],
  softplus: [0.80605918, 0.92124591, 0.2715145, 1.91912598, 1.041866836],
  hardSwish: [0.1662167, 0.33156738, 0.30393938, 1.813871474, 1.736657213],
  relu6: [0.39894228, 0.5, 0.34084506, 1.712858555, 1.414213565],
  selu: [0, 1, 1, 1, 1],
  logSigmoid: [-0.80605918, 0.92124591, 0.2715145, 1.91912598, 1.041866836],
  // By hand: its mean is 0, so that both gains are the same.
  softsign: [0, 0.18301402, 0.18301402, 2.337533363, 2.337533363],
  mish: [0.24040389, 0.45234219, 0.39454816, 1.592025381, 1.486847581],
};

describe('the exact constants', () => {
  it('of all activations are right to 10⁻⁶', async () => {
    const { all } = await open();
    expect(all.value.map(({ name }) => name)).toEqual(activationNames);
    for (const { name, mean, meanSquare, variance, gamma, he } of all.value) {
      [mean, meanSquare, variance, gamma, he].forEach((value, at) => {
        expect(Math.abs(value - exact[name][at]), `${name} ${at}`).toBeLessThan(1e-6);
      });
    }
  });

  it('are those that ReLU has in closed form', async () => {
    const { mean, variance, gamma } = (await open()).exact.value;
    expect(mean).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 6);
    expect(variance).toBeCloseTo((1 - 1 / Math.PI) / 2, 6);
    expect(Math.abs(gamma - Math.SQRT2 / Math.sqrt(1 - 1 / Math.PI))).toBeLessThan(1e-6);
  });

  it('are not those of the released code, which lie 0.007 to 0.09% above them', async () => {
    const { all } = await open();
    const others = all.value.filter(({ name, released }) => released && name !== 'identity');
    expect(others.length).toBe(13);
    for (const gains of others) {
      // 0.0068% of CELU, the least, is that of ELU by another sample: not among the activations here.
      expect(gains.excess).toBeGreaterThan(7e-5);
      expect(gains.excess).toBeLessThan(9e-4);
    }
  });
});

describe('the law of the outputs', () => {
  it.each(['relu', 'sigmoid', 'tanh', 'selu', 'logSigmoid'] as const)(
    'of %s has the mean and the variance that are exact',
    async (activation) => {
      const { outputs, exact } = await open({ activation });
      const { law } = outputs.value.plain;
      const centres = law.densities.map((_, bin) => law.from + (bin + 0.5) * law.width);
      const expected = (of: (y: number) => number): number =>
        law.densities.reduce(
          (sum, density, bin) => sum + density * law.width * of(centres[bin]),
          0,
        );
      // Bins are 0.2 wide, and what lies beyond ±4 is left out.
      expect(expected(() => 1)).toBeCloseTo(1, 3);
      expect(Math.abs(expected((y) => y) - exact.value.mean)).toBeLessThan(0.02);
      expect(
        Math.abs(expected((y) => (y - exact.value.mean) ** 2) - exact.value.variance),
      ).toBeLessThan(0.02);
    },
  );

  it('has half of all at 0 after a ReLU', async () => {
    const { plain } = (await open()).outputs.value;
    expect(plain.law.densities[40] * plain.law.width).toBeCloseTo(0.54, 2);
    expect(plain.law.densities[39]).toBe(0);
  });

  it('has the curve in its frame', async () => {
    const { curves, floor } = await open({ activation: 'sigmoid' });
    expect(curves.value.plain.length).toBe(places.length);
    expect(floor.value).toBeLessThan(0);
    expect(floor.value + 8).toBeGreaterThan(Math.max(...curves.value.scaled));
  });
});

describe('the samples', () => {
  it('come nearer to the exact values, with bars half as long from one to the next', async () => {
    const { samples } = await open();
    const errors = samples.value.map(({ gamma }) => gamma.error);
    for (let row = 3; row < errors.length; row++) {
      expect(errors[row - 1] / errors[row]).toBeGreaterThan(1.8);
      expect(errors[row - 1] / errors[row]).toBeLessThan(2.2);
    }
  });

  it('have bars as long as thirty of them really lie apart', async () => {
    const drawn = await Promise.all(
      Array.from({ length: 30 }, async (_, seed) => (await open({ seed })).now.value),
    );
    for (const name of ['mean', 'variance', 'gamma'] as const) {
      const values = drawn.map((each) => each[name].value);
      const mean = values.reduce((sum, value) => sum + value) / values.length;
      const spread = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
      );
      const error = drawn.reduce((sum, each) => sum + each[name].error, 0) / drawn.length;
      expect(spread / error, name).toBeGreaterThan(0.6);
      expect(spread / error, name).toBeLessThan(1.4);
    }
  }, 60_000);
});

describe('the challenges', () => {
  const isMissed = async (given: Given): Promise<boolean> => {
    const { params: present, result } = (await open(given)).state.answered.value;
    return missed(present, result);
  };

  it('ask for SELU', async () => {
    const { state } = await open();
    const { params: present, result } = state.answered.value;
    const met = activationNames.filter((activation) => keeps({ ...present, activation }, result));
    expect(met).toEqual(['selu']);
  });

  it('ask for a bar that misses, of a sample that is not small', async () => {
    expect(await isMissed({ seed: 21 })).toBe(true);
    expect(await isMissed({ seed: 6 })).toBe(false);
    const { now, exact } = await open({ seed: 6, size: '16' });
    expect(misses(now.value.gamma, exact.value.gamma)).toBe(true);
    expect(await isMissed({ seed: 6, size: '16' })).toBe(false);
  });
});
