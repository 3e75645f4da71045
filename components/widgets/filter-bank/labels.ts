import type { Translate } from '#i18n/translate.ts';
import { highOf, type Block, type Vec3 } from '#scenes/block.ts';
import type { SceneAxis, SceneLabel } from '#scenes/scene.ts';
import type { Measures } from './measure.ts';
import { stages, type Stage, type Tensors } from './model.ts';
import type { Key } from './strings.ts';

type BlockOf = (stage: Stage, n: number, c: number) => Block;

/** Over each tensor what it is; at the corners of the maps and beside the filters their numbers. */
export function labelsOf(
  tensors: Tensors,
  t: Translate<Key>,
  at: Measures,
  blockOf: BlockOf,
): SceneLabel[] {
  return [...stages.map(title), ...stages.flatMap(numbers)];

  function title(stage: Stage): SceneLabel {
    const { text, ...shape } = shapeLabel(stage, tensors, at);
    return { text: `${t(stage)} ${text}`, ...shape };
  }

  /** Readers count from 1. */
  function numbers(stage: Stage): SceneLabel[] {
    const { shape } = tensors[stage];
    const count = shape[stage === 'weight' ? 0 : 1];
    return Array.from({ length: count }, (_, index) => ({
      text: String(index + 1),
      at: stage === 'weight' ? beside(index) : over(stage, index),
      hue: stage === 'image' ? undefined : index,
      anchor: 'start',
    }));
  }

  function over(stage: Stage, c: number): Vec3 {
    const block = blockOf(stage, 0, c);
    const [, top, z] = highOf(block);
    return [block.low[0] + 0.2 * at.unit, top + 0.7 * at.unit, z];
  }

  /** At the right of the last slice, which no other filter hides. */
  function beside(filter: number): Vec3 {
    const block = blockOf('weight', filter, tensors.weight.shape[1] - 1);
    const [right, top] = highOf(block);
    return [right + 0.35 * at.unit, top - 0.3 * at.unit, block.low[2]];
  }
}

/** Over each tensor its shape, and nothing else. */
export function shapesOf(tensors: Tensors, at: Measures): SceneLabel[] {
  return stages.map((stage) => shapeLabel(stage, tensors, at));
}

function shapeLabel(stage: Stage, tensors: Tensors, at: Measures): SceneLabel {
  const { shape } = tensors[stage];
  const { left, width, height, depth } = at.spanOf(stage);
  return {
    text: `[${(stage === 'weight' ? shape : shape.slice(1)).join(', ')}]`,
    at: [left + width / 2, height / 2 + 2 * at.unit, -depth - at.unit],
  };
}

/** How many channels there are, how many filters, and how many slices each of them has. */
export function axesOf({ image, weight }: Tensors, at: Measures): SceneAxis[] {
  const channels = image.shape[1];
  const [filters, slices] = weight.shape;
  const boxOf = (stage: Stage, depth?: number) => {
    const { left, width, height, depth: back } = at.spanOf(stage);
    const low: Vec3 = [left, -height / 2, -back];
    const high: Vec3 = [left + width, height / 2, (depth ?? back) - back + 1];
    return { low, high };
  };
  return [
    { text: `C = ${channels}`, ...boxOf('image'), along: 'z' },
    { text: `F = ${filters}`, ...boxOf('weight'), along: 'y' },
    {
      text: slices === channels ? `C = ${slices}` : `C/G = ${slices}`,
      // As deep as the last filter, which sees the last channels.
      ...boxOf('weight', (slices - 1) * at.channelGap),
      along: 'z',
    },
    { text: `F = ${filters}`, ...boxOf('output'), along: 'z' },
  ];
}
