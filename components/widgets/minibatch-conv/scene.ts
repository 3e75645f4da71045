import { greyScale, signedScale, type ColourScale } from '#charts/cell-colour.ts';
import type { Vec3 } from '#scenes/block.ts';
import type { SceneAxis, SceneContent, SceneLabel, SceneThread } from '#scenes/scene.ts';
import type { Picked } from '#scenes/pick.ts';
import { layOutStacks, type Stack } from '#scenes/stacks.ts';
import { extent, maxAbs, type NdArray } from '#nd/nd-array.ts';
import type { Translate } from '#i18n/translate.ts';
import { stages, type Element, type Model, type Stage } from './model.ts';
import type { Key } from './strings.ts';

/** Space between images, in cells, and between maps of one image. */
const IMAGE_GAP = 2.5;
const MAP_GAP = 3;
const STAGE_GAP = { wide: 14, narrow: 8 };

/** How a scene is drawn. */
export type Look = {
  /** The stage that is lit from the text or the formula; it stands out while nothing is pointed at. */
  readonly lit: string | undefined;
  /** Whether there is little room, and none for all words. */
  readonly narrow: boolean;
};

/** The blocks of a scene, and which element of which tensor each of their cells shows. */
export type Layout = {
  readonly content: SceneContent;
  readonly elementOf: (picked: Picked) => Element;
  readonly pickedOf: (element: Element) => Picked | undefined;
};

export function scalesOf(tensors: Readonly<Record<Stage, NdArray>>): Record<Stage, ColourScale> {
  const [least, most] = extent(tensors.images.data);
  return {
    images: greyScale(Math.min(0, least), Math.max(1, most)),
    weight: signedScale(maxAbs(tensors.weight.data)),
    output: signedScale(maxAbs(tensors.output.data)),
    second: signedScale(maxAbs(tensors.second.data)),
  };
}

/**
 * Images at the left, filters in the middle, outputs at the right: one row an image, one map behind
 * another a channel.
 */
export function layOut(model: Model, t: Translate<Key>, { lit, narrow }: Look): Layout {
  const tensors = model.tensors.value;
  const shown = stages.filter((stage) => tensors[stage].shape.length === 4);
  const scales = scalesOf(tensors);
  const stacks: Stack<Stage>[] = [];
  const labels: SceneLabel[] = [];
  const axes: SceneAxis[] = [];
  let left = 0;

  for (const stage of shown) {
    const { shape } = tensors[stage];
    const [count, channels, height, width] = shape;
    const pitch = pitchOf(stage, tensors);
    const x = left;
    stacks.push({
      stage,
      array: tensors[stage],
      scaleOf: () => scales[stage],
      placeOf: (n, c) => [x, ((count - 1) / 2) * pitch - n * pitch - height / 2, -c * MAP_GAP],
      hueOf: (n, c) => (stage === 'weight' ? n : stage === 'output' ? c : undefined),
    });
    labels.push({
      text: `${narrow ? '' : `${t(stage)} `}[${shape.join(',\u00a0')}]`,
      at: [left + width / 2, ((count - 1) / 2) * pitch + height / 2 + 2, (1 - channels) * MAP_GAP],
    });
    if (!narrow) axes.push(...axesOf(stage));
    left += width + (narrow ? STAGE_GAP.narrow : STAGE_GAP.wide);

    function axesOf(name: Stage): SceneAxis[] {
      const low: Vec3 = [left, -((count - 1) / 2) * pitch - height / 2, (1 - channels) * MAP_GAP];
      const high: Vec3 = [left + width, ((count - 1) / 2) * pitch + height / 2, 1];
      const words =
        name === 'weight' ? (['F', 'C'] as const) : (['N', name === 'images' ? 'C' : 'F'] as const);
      return [
        ...(count > 1 ? [{ text: `${words[0]} = ${count}`, low, high, along: 'y' as const }] : []),
        ...(channels > 1
          ? [{ text: `${words[1]} = ${channels}`, low, high, along: 'z' as const }]
          : []),
      ];
    }
  }

  const { blocks, values, blockOf, blocksWhere, elementOf, pickedOf } = layOutStacks(stacks);
  return {
    content: { blocks, values, faded: fadedBlocks(), labels, axes, threads: threads() },
    elementOf,
    pickedOf,
  };

  /** Maps that are not there yet, and, while one points, what has nothing to do with it. */
  function fadedBlocks(): ReadonlySet<number> {
    const { image, filter } = model.pair.value;
    const [, filters] = tensors.output.shape;
    const by = model.pointed.value?.stage;
    const meant = by === undefined ? stages.find((stage) => stage === lit) : undefined;
    const other = (n: number, c: number): boolean => {
      if (by === 'images') return n !== image;
      if (by === 'weight') return c !== filter;
      return by === 'output' && (n !== image || c !== filter);
    };
    return blocksWhere(({ stage, n, c }) => {
      if (meant !== undefined && stage !== meant) return true;
      if (stage === 'images') return by !== undefined && by !== 'weight' && n !== image;
      if (stage === 'weight') return by !== undefined && by !== 'images' && n !== filter;
      if (stage === 'output') return n * filters + c >= model.threads.value || other(n, c);
      return by === 'images' && n !== image;
    });
  }

  /** From each filter to its channel in every image, as far as the timeline has come. */
  function threads(): SceneThread[] {
    const [, filters] = tensors.output.shape;
    return Array.from({ length: model.threads.value }, (_, index) => {
      const [n, c] = [Math.floor(index / filters), index % filters];
      return { from: side('weight', c, 0), to: side('output', n, c), hue: c };
    });

    /** Right of a filter, left of a map: the corner of a map that those before it leave in sight. */
    function side(stage: 'weight' | 'output', n: number, c: number): Vec3 {
      const { low, cells } = blockOf(stage, n, c);
      return stage === 'weight'
        ? [low[0] + cells[0], low[1] + cells[1] / 2, low[2] + 0.5]
        : [low[0], low[1] + cells[1] - 0.5, low[2] + 0.5];
    }
  }
}

/** Height of one image, or filter, with the space below it. */
function pitchOf(stage: Stage, tensors: Readonly<Record<Stage, NdArray>>): number {
  const height = Math.max(tensors.images.shape[2], tensors.output.shape[2]);
  if (stage !== 'weight') return height + IMAGE_GAP;
  const filters = tensors.weight.shape[0];
  const room = tensors.images.shape[0] * (height + IMAGE_GAP);
  return Math.max(tensors.weight.shape[2] + 1.5, room / filters);
}
