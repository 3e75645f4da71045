import { greyScale, signedScale, type ColourScale } from '#charts/cell-colour.ts';
import type { Translate } from '#i18n/translate.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import { highOf, type Vec3 } from '#scenes/block.ts';
import type { Picked } from '#scenes/pick.ts';
import type { SceneContent, SceneThread } from '#scenes/scene.ts';
import { layOutStacks, type Stack } from '#scenes/stacks.ts';
import { axesOf, labelsOf, shapesOf } from './labels.ts';
import { measure } from './measure.ts';
import type { Element, Model, Stage, Tensors } from './model.ts';
import type { Key } from './strings.ts';

export type Scales = Readonly<Record<Stage, ColourScale>>;

export function scalesOf({ image, weight, output }: Tensors): Scales {
  const [least, most] = extent(image.data);
  return {
    image: greyScale(Math.min(0, least), Math.max(1, most)),
    weight: signedScale(maxAbs(weight.data)),
    output: signedScale(maxAbs(output.data)),
  };
}

/** How a scene is drawn. */
export type Look = {
  readonly scales: Scales;
  /** The part that is lit from the text or the formula. */
  readonly lit: string | undefined;
  /** Whether there is little room, and none for all words. */
  readonly narrow: boolean;
};

/** A scene, and which element of which tensor each of its cells shows. */
export type Layout = {
  readonly content: SceneContent;
  readonly elementOf: (picked: Picked) => Element;
  readonly pickedOf: (element: Element) => Picked | undefined;
};

/** More threads than this are not told apart: those that are not meant stand back. */
const MOST_THREADS = 10;

/** What a part of the figure is in the scene, when it is lit from the text or the formula. */
const litStages: Readonly<Record<string, readonly Stage[]>> = {
  image: ['image'],
  weight: ['weight'],
  channels: ['image'],
  kernel: ['weight'],
  filters: ['weight', 'output'],
  groups: ['image', 'weight'],
  output: ['output'],
};

/**
 * The channels of the image at the left, the filters in the middle, their maps at the right. A slice
 * stands as far back as the channel that it sees, so that groups can be seen.
 */
export function layOut(model: Model, t: Translate<Key>, look: Look): Layout {
  const { scales, lit, narrow } = look;
  const tensors = model.tensors.value;
  const { layer, filter, pointed } = model;
  const { filters } = layer.value;
  const at = measure(tensors, layer.value, narrow);
  const stacks: readonly Stack<Stage>[] = [
    {
      ...shared('image'),
      placeOf: (_, c) => [0, -tensors.image.shape[2] / 2, -c * at.channelGap],
    },
    {
      ...shared('weight'),
      placeOf: (f, slice) => [
        at.weightLeft,
        at.filterMiddle(f) - (tensors.weight.shape[2] * at.weightCell) / 2,
        -model.seenBy(f)[slice] * at.channelGap,
      ],
      hueOf: (f) => f,
      cell: at.weightCell,
    },
    {
      ...shared('output'),
      placeOf: (_, f) => [at.outputLeft, -tensors.output.shape[2] / 2, -f * at.outputGap],
      hueOf: (_, f) => f,
    },
  ];
  const { blocks, values, blockOf, blocksWhere, elementOf, pickedOf } = layOutStacks(stacks);
  return {
    content: {
      blocks,
      values,
      faded: faded(),
      labels: narrow ? shapesOf(tensors, at) : labelsOf(tensors, t, at, blockOf),
      axes: narrow ? [] : axesOf(tensors, at),
      threads: threads(),
    },
    elementOf,
    pickedOf,
  };

  function shared(stage: Stage): Pick<Stack<Stage>, 'stage' | 'array' | 'scaleOf'> {
    return { stage, array: tensors[stage], scaleOf: () => scales[stage] };
  }

  /** Whether a filter has to do with what is pointed at. */
  function isMeant(which: number): boolean {
    if (pointed.value?.stage === 'image')
      return model.seenBy(which).includes(pointed.value.index[1]);
    return which === filter.value;
  }

  function faded(): ReadonlySet<number> {
    if (!pointed.value) {
      const stages = lit === undefined ? undefined : litStages[lit];
      return blocksWhere(({ stage }) => stages !== undefined && !stages.includes(stage));
    }
    const { stage: by, index } = pointed.value;
    return blocksWhere(({ stage, n, c }) => {
      if (stage !== 'image') return !isMeant(stage === 'weight' ? n : c);
      return by === 'image' ? c !== index[1] : !model.seen.value.includes(c);
    });
  }

  /** From the channels that a filter sees to its slices, and from the filter to its map. */
  function threads(): SceneThread[] {
    const slices = tensors.weight.shape[1];
    const many = filters * (slices + 1) > MOST_THREADS;
    return Array.from({ length: filters }, (_, f) => {
      const seen = model.seenBy(f);
      const faint = (channel?: number): boolean => {
        if (pointed.value?.stage === 'image') {
          return !isMeant(f) || (channel !== undefined && channel !== pointed.value.index[1]);
        }
        return lit !== 'groups' && (many || pointed.value !== undefined) && !isMeant(f);
      };
      return [
        ...seen.map((channel, slice) => ({
          from: edgeOf('image', 0, channel, 'right'),
          to: edgeOf('weight', f, slice, 'left'),
          hue: f,
          faint: faint(channel),
        })),
        {
          from: edgeOf('weight', f, slices - 1, 'right'),
          to: cornerOf('output', 0, f),
          hue: f,
          faint: faint(),
        },
      ];
    }).flat();
  }

  /** The middle of an upright edge of a map. */
  function edgeOf(stage: Stage, n: number, c: number, side: 'left' | 'right'): Vec3 {
    const block = blockOf(stage, n, c);
    const high = highOf(block);
    return [
      side === 'left' ? block.low[0] : high[0],
      (block.low[1] + high[1]) / 2,
      (block.low[2] + high[2]) / 2,
    ];
  }

  /** The upper left corner of a map, which those before it leave in sight. */
  function cornerOf(stage: Stage, n: number, c: number): Vec3 {
    const block = blockOf(stage, n, c);
    const high = highOf(block);
    return [block.low[0], high[1] - at.unit * 0.5, (block.low[2] + high[2]) / 2];
  }
}
