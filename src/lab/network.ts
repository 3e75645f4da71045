import type { ActivationName } from '#nd/activation-names.ts';
import { sizeOf } from '#nd/nd-array.ts';

/** A layer as plain data. Axes of its input: [features] or [channels, height, width], without the batch. */
export type Layer =
  | { readonly kind: 'dense'; readonly units: number; readonly bias?: boolean }
  | {
      readonly kind: 'conv';
      readonly channels: number;
      readonly kernel: number;
      readonly stride?: number;
      readonly padding?: number;
      readonly bias?: boolean;
    }
  | {
      readonly kind: 'norm';
      readonly norm: LayerNorm;
      /** Of group normalization. */
      readonly groups?: number;
      /** Whether γ and β are learned; they are unless this is false. */
      readonly affine?: boolean;
      readonly noise?: Noise;
    }
  | { readonly kind: 'activation'; readonly name: ActivationName }
  | { readonly kind: 'global-average' }
  | { readonly kind: 'flatten' }
  /** shortcut(x) + scale · branch(x); without layers the shortcut is x itself. */
  | {
      readonly kind: 'residual';
      readonly branch: readonly Layer[];
      readonly shortcut?: readonly Layer[];
      readonly scale?: number;
    };

export type LayerNorm = 'batch' | 'layer' | 'instance' | 'group' | 'rms';

/**
 * What shakes the output of a norm anew at every step: each unit gets a shift and a scale, and each
 * value of it another one near to that. See santurkar2018how; how strong it is, is the reader's to vary.
 */
export type Noise = {
  /** A unit's shift is drawn from −shift to shift. */
  readonly shift: number;
  /** A unit's scale is drawn from 1 to scale. */
  readonly scale: number;
  /** How far a value's own shift and scale lie from its unit's. */
  readonly spread: number;
};

export type Network = {
  /** Shape of one input. */
  readonly input: readonly number[];
  readonly layers: readonly Layer[];
};

export type Role = 'weight' | 'bias' | 'gamma' | 'beta';

/** One array of a network's learned numbers. */
export type Parameter = {
  /** Where it is: places among the layers, then its role, as `3.branch.0.weight`. */
  readonly name: string;
  readonly role: Role;
  readonly shape: readonly number[];
};

type Visit = (layer: Layer, place: string, input: readonly number[]) => void;

/**
 * The shape of what a network gives for one input.
 * @param visit called with every layer, its place and the shape of its input, in the order of computing
 * @throws RangeError if a layer does not fit what comes before it
 */
export function outputShape({ input, layers }: Network, visit?: Visit): readonly number[] {
  return walk(layers, input, '', visit ?? (() => undefined));
}

/** All learned numbers of a network, in the order of computing. */
export function parametersOf(network: Network): readonly Parameter[] {
  const parameters: Parameter[] = [];
  outputShape(network, (layer, place, input) => {
    for (const [role, shape] of learnedBy(layer, input)) {
      parameters.push({ name: `${place}.${role}`, role, shape });
    }
  });
  return parameters;
}

/** How many numbers a network learns. */
export const parameterCount = (network: Network): number =>
  parametersOf(network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);

function walk(
  layers: readonly Layer[],
  input: readonly number[],
  path: string,
  visit: Visit,
): readonly number[] {
  return layers.reduce((shape, layer, index) => {
    const place = `${path}${index}`;
    if (layer.kind !== 'residual') {
      visit(layer, place, shape);
      return shapeAfter(layer, shape, place);
    }
    const branch = walk(layer.branch, shape, `${place}.branch.`, visit);
    const shortcut = walk(layer.shortcut ?? [], shape, `${place}.shortcut.`, visit);
    if (branch.join() !== shortcut.join()) {
      throw new RangeError(`${place}: [${branch.join()}] cannot be added to [${shortcut.join()}]`);
    }
    return branch;
  }, input);
}

function shapeAfter(
  layer: Exclude<Layer, { kind: 'residual' }>,
  input: readonly number[],
  place: string,
): readonly number[] {
  const axes = (count: number): void => {
    if (input.length !== count) {
      throw new RangeError(`${place}: ${layer.kind} takes ${count} axes, not [${input.join()}]`);
    }
  };
  switch (layer.kind) {
    case 'dense':
      axes(1);
      return [layer.units];
    case 'conv': {
      axes(3);
      const { channels, kernel, stride = 1, padding = 0 } = layer;
      const sides = input
        .slice(1)
        .map((side) => Math.floor((side + 2 * padding - kernel) / stride) + 1);
      if (sides.some((side) => side < 1)) {
        throw new RangeError(`${place}: a kernel of ${kernel} does not fit into [${input.join()}]`);
      }
      return [channels, ...sides];
    }
    case 'global-average':
      axes(3);
      return [input[0]];
    case 'flatten':
      return [sizeOf(input)];
    case 'norm':
    case 'activation':
      return input;
  }
}

type Learned = readonly (readonly [role: Role, shape: readonly number[]])[];

function learnedBy(layer: Layer, input: readonly number[]): Learned {
  switch (layer.kind) {
    case 'dense':
      return [
        ['weight', [layer.units, input[0]]],
        ...(layer.bias === false ? [] : ([['bias', [layer.units]]] as const)),
      ];
    case 'conv':
      return [
        ['weight', [layer.channels, input[0], layer.kernel, layer.kernel]],
        ...(layer.bias === false ? [] : ([['bias', [layer.channels]]] as const)),
      ];
    case 'norm': {
      if (layer.affine === false) return [];
      const perElement = layer.norm === 'layer' || layer.norm === 'rms';
      const shape = perElement ? input : [input[0]];
      return layer.norm === 'rms'
        ? [['gamma', shape]]
        : [
            ['gamma', shape],
            ['beta', shape],
          ];
    }
    default:
      return [];
  }
}
