import { describe, expect, it } from 'vitest';
import { seededRandom } from '#nd/random.ts';
import { initialize } from './initialize.ts';
import { outputShape, parameterCount, parametersOf, type Layer, type Network } from './network.ts';

const conv = (channels: number, stride = 1): Layer => ({
  kind: 'conv',
  channels,
  kernel: 3,
  stride,
  padding: 1,
});

const network: Network = {
  input: [3, 8, 8],
  layers: [
    conv(4),
    {
      kind: 'residual',
      branch: [{ kind: 'norm', norm: 'batch' }, { kind: 'activation', name: 'relu' }, conv(6, 2)],
      shortcut: [{ kind: 'conv', channels: 6, kernel: 1, stride: 2, bias: false }],
    },
    { kind: 'norm', norm: 'layer' },
    { kind: 'global-average' },
    { kind: 'dense', units: 10 },
  ],
};

describe('a network as plain data', () => {
  it('says what comes out of it, and what each of its layers takes', () => {
    const inputs: string[] = [];
    expect(
      outputShape(network, (_, place, input) => inputs.push(`${place} ${input.join()}`)),
    ).toEqual([10]);
    expect(inputs).toContain('1.branch.2 4,8,8');
    expect(inputs).toContain('1.shortcut.0 4,8,8');
    expect(inputs).toContain('3 6,4,4');
  });

  it('lists all that it learns, in the order of computing', () => {
    expect(parametersOf(network).map(({ name, shape }) => `${name} ${shape.join()}`)).toEqual([
      '0.weight 4,3,3,3',
      '0.bias 4',
      '1.branch.0.gamma 4',
      '1.branch.0.beta 4',
      '1.branch.2.weight 6,4,3,3',
      '1.branch.2.bias 6',
      '1.shortcut.0.weight 6,4,1,1',
      '2.gamma 6,4,4',
      '2.beta 6,4,4',
      '4.weight 10,6',
      '4.bias 10',
    ]);
    expect(parameterCount(network)).toBe(108 + 4 + 8 + 216 + 6 + 24 + 192 + 60 + 10);
  });

  it.each([
    [
      'a sum of unequal shapes',
      [conv(4), { kind: 'residual', branch: [conv(5)] }],
      /1: .*5,8,8.*4,8,8/,
    ],
    ['dense layers of maps', [{ kind: 'dense', units: 3 }], /0: dense takes 1 axes, not \[3,8,8\]/],
    ['kernels that do not fit', [{ kind: 'conv', channels: 1, kernel: 9 }], /kernel of 9/],
  ] as readonly [string, Layer[], RegExp][])('refuses %s', (_, layers, message) => {
    expect(() => outputShape({ input: [3, 8, 8], layers })).toThrow(message);
  });
});

describe('first numbers', () => {
  const wide: Network = { input: [200], layers: [{ kind: 'dense', units: 300 }] };
  const deviation = (values: Float32Array): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

  it.each([
    ['he', Math.sqrt(2 / 200)],
    ['xavier', Math.sqrt(2 / 500)],
    ['lecun', Math.sqrt(1 / 200)],
  ] as const)('of %s have the deviation that its formula says', (initialization, expected) => {
    const { data } = initialize(wide, initialization, seededRandom(3));
    // 60,000 draws: the deviation of a deviation is 1 / √(2 · 60,000) of it.
    expect(Math.abs(deviation(data.subarray(0, 60_000)) / expected - 1)).toBeLessThan(4 * 0.0029);
    expect(data.subarray(60_000).every((value) => value === 0)).toBe(true);
  });

  it('of FACTS 3.12: 3 × 3 × 64 inputs', () => {
    const layers: Layer[] = [{ kind: 'conv', channels: 64, kernel: 3 }];
    const { data } = initialize({ input: [64, 3, 3], layers }, 'he', seededRandom(1));
    expect(Math.abs(deviation(data.subarray(0, 36_864)) / 0.0589256 - 1)).toBeLessThan(0.015);
  });

  it('of γ are 1, of β 0', () => {
    const { data } = initialize(network, 'he', seededRandom(1));
    expect(Array.from(data.subarray(112, 120))).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });
});
