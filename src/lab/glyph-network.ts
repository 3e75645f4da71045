import type { DataSet } from './data/data-set.ts';
import { sliceOf, standardized } from './data/data-set.ts';
import { drawGlyphs } from './data/glyphs.ts';
import type { Layer, Network, Noise } from './network.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { seedFor } from './seeds.ts';
import type { Recipe } from './training.ts';

/** What is done to the input of every activation of a deep network. */
export const treatments = ['none', 'batch', 'noisy'] as const;

export type Treatment = (typeof treatments)[number];

/** Side of a glyph, in cells. */
export const SIDE = 10;

/** Deviation of the noise on a glyph's cells. */
export const CELL_NOISE = 0.2;

/** Glyphs to learn from, and others that are only looked at. */
export const LEARNED = 512;
export const UNSEEN = 128;

/** The reader's to vary, not measured by anyone: what shakes noisy batch normalization. */
export const noise: Noise = { shift: 0.5, scale: 1.25, spread: 0.1 };

export type GlyphNetwork = {
  /** Layers with an activation; one more gives the classes. */
  readonly depth: number;
  readonly width: number;
  readonly treatment: Treatment;
};

/** Dense layers of one width with ReLU, under one of the treatments. */
export function glyphNetwork({ depth, width, treatment }: GlyphNetwork): Network {
  const hidden: readonly Layer[] = [
    // What a bias adds, a norm takes away.
    { kind: 'dense', units: width, bias: treatment === 'none' },
    ...(treatment === 'none'
      ? []
      : [{ kind: 'norm', norm: 'batch', ...(treatment === 'noisy' && { noise }) } as const]),
    { kind: 'activation', name: 'relu' },
  ];
  return {
    input: [1, SIDE, SIDE],
    layers: [
      { kind: 'flatten' },
      ...Array.from({ length: depth }, () => hidden).flat(),
      { kind: 'dense', units: 10 },
    ],
  };
}

/** Where, as layers are watched, the input of each activation comes out. */
export function activationInputs({ depth, treatment }: GlyphNetwork): readonly string[] {
  const each = treatment === 'none' ? 2 : 3;
  return Array.from({ length: depth }, (_, layer) => String((layer + 1) * each - 1));
}

export const dataNames = ['glyphs', 'own'] as const;

export type DataName = (typeof dataNames)[number];

/**
 * What a run learns from, and pictures that it does not learn from, standardized together.
 * @param own the reader's pictures, of the glyphs' size and number
 * @throws TensorError `no-own-data` if they are to be the reader's and there are none
 */
export function picturesOf(
  { data, seed }: { readonly data: DataName; readonly seed: number },
  own?: DataSet,
): { readonly learned: DataSet; readonly unseen: DataSet } {
  if (data === 'own' && !own) throw new TensorError('no-own-data', 'data', {});
  const drawn = {
    count: LEARNED + UNSEEN,
    side: SIDE,
    noise: CELL_NOISE,
    seed: seedFor(seed, 'data'),
  };
  const all = standardized(data === 'own' && own ? own : drawGlyphs(drawn));
  return { learned: sliceOf(all, 0, LEARNED), unseen: sliceOf(all, LEARNED, LEARNED + UNSEEN) };
}

export const BATCH = 64;

/** How such a network is trained. */
export const glyphRecipe = (
  network: GlyphNetwork,
  { learningRate, seed }: { readonly learningRate: number; readonly seed: number },
): Recipe => ({
  network: glyphNetwork(network),
  initialization: 'he',
  batchSize: BATCH,
  learningRate,
  seed,
});
