import { hueScale, signedScale, type ColourScale } from '#charts/cell-colour.ts';
import type { Translate } from '#i18n/translate.ts';
import { extent, maxAbs } from '#nd/nd-array.ts';
import { batchLine } from '#scenes/batch-line.ts';
import { HUES } from '#scenes/palette.ts';
import type { Picked } from '#scenes/pick.ts';
import type { SceneContent, SceneLabel } from '#scenes/scene.ts';
import { layOutStacks, type Stack } from '#scenes/stacks.ts';
import type { Element, Model, Stage } from './model.ts';
import type { Sets } from './sets.ts';
import type { Key } from './strings.ts';

export type Scales = Readonly<Record<Stage, (n: number, c: number) => ColourScale>>;

/** How a scene is drawn. */
export type Look = {
  readonly scales: Scales;
  /** Whether the text or the formula points at what shares statistics. */
  readonly setIsLit: boolean;
  /** Degrees to the right of the front that one looks from. */
  readonly yaw: number;
  /** Whether there is little room, and none for all words. */
  readonly narrow: boolean;
};

export type Layout = {
  readonly content: SceneContent;
  readonly elementOf: (picked: Picked) => Element;
  readonly pickedOf: (element: Element) => Picked | undefined;
};

/** Before and after: signed, each on its own scale. Between them: a hue for every set, stronger with the value. */
export function scalesOf({ tensors, sets }: Model): Scales {
  const { x, y, other } = tensors.value;
  const signed = (of: { readonly data: Float32Array }): (() => ColourScale) => {
    const scale = signedScale(maxAbs(of.data));
    return () => scale;
  };
  return { x: signed(x), sets: huesOf(sets.value, x.data), y: signed(y), other: signed(other) };
}

function huesOf(sets: Sets | undefined, data: Float32Array): Scales['sets'] {
  const [least, most] = extent(data);
  const plain = signedScale(maxAbs(data));
  const hues = Array.from({ length: HUES }, (_, hue) => hueScale(hue, least, most));
  return (n, c) => (sets ? hues[sets.hueOf(sets.setOf(n, c))] : plain);
}

/** The tensor three times, or four: one image above another, its channels one behind another. */
export function layOut(model: Model, t: Translate<Key>, { scales, ...look }: Look): Layout {
  const tensors = model.tensors.value;
  const line = batchLine(tensors.x.shape, look.yaw, look.narrow ? 2 : 3.5);
  const stacks = model.shown.value.map((stage, place): Stack<Stage> => {
    return {
      stage,
      array: tensors[stage],
      scaleOf: scales[stage],
      placeOf: (n, c) => line.placeOf(place, n, c),
      hueOf: (n, c) => hueAt(stage, n, c),
    };
  });
  const { blocks, values, blocksWhere, elementOf, pickedOf } = layOutStacks(stacks);
  return {
    content: {
      blocks,
      values,
      faded: faded(),
      labels: labels(),
      axes: look.narrow ? [] : line.axesAt(0),
    },
    elementOf,
    pickedOf,
  };

  function setsOf(stage: Stage): Sets | undefined {
    return (stage === 'other' ? model.otherSets : model.sets).value;
  }

  function hueAt(stage: Stage, n: number, c: number): number | undefined {
    const sets = stage === 'x' ? undefined : setsOf(stage);
    return sets?.hueOf(sets.setOf(n, c));
  }

  /** All that is not in the set pointed at; or else what the timeline has not come to. */
  function faded(): ReadonlySet<number> {
    const meant = model.pointed.value !== undefined || look.setIsLit;
    const [image, channel] = model.current.value.index;
    return blocksWhere(({ stage, n, c }) => {
      const sets = setsOf(stage);
      if (!sets) return false;
      if (meant) return sets.setOf(n, c) !== sets.setOf(image, channel);
      return stage !== 'x' && stage !== 'other' && sets.setOf(n, c) >= model.done.value;
    });
  }

  function labels(): SceneLabel[] {
    return model.shown.value.map((stage, place) => ({
      text: labelOf(stage),
      at: line.labelAt(place),
    }));
  }

  function labelOf(stage: Stage): string {
    const { norm, beside } = model.state.answered.value.params;
    const name = t(stage === 'other' ? `norm.${beside}` : `norm.${norm}`);
    if (look.narrow) return t(`short.${stage}`);
    if (stage === 'x') return `${t('x')} [${tensors.x.shape.join(',\u00a0')}]`;
    if (stage === 'sets') return t(norm === 'rms' ? 'setsRms' : 'sets');
    return t('after', { norm: name });
  }
}
