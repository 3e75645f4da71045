import { stateScale, type CellState, type ColourScale } from '#charts/cell-colour.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MapIndex } from '#nd/maps.ts';
import { batchLine } from '#scenes/batch-line.ts';
import type { Picked } from '#scenes/pick.ts';
import type { SceneContent } from '#scenes/scene.ts';
import { layOutStacks } from '#scenes/stacks.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import type { ChannelState } from './walk.ts';

/** Where a channel stands in the scene, and its colour. */
const places: Readonly<Record<ChannelState, { place: number; colour: CellState }>> = {
  before: { place: 0, colour: 'before' },
  range: { place: 1, colour: 'range' },
  normalized: { place: 1, colour: 'after' },
  after: { place: 2, colour: 'after' },
};

const labels = ['before', 'range', 'after'] as const;

/** Red, green and blue, among the theme's hues: they outline the channels of three. */
const RGB = [2, 1, 3];

export const channelHue = (c: number, channels: number): number | undefined =>
  channels === RGB.length ? RGB[c] : undefined;

export type Scales = Readonly<Record<CellState, ColourScale>>;

/** @param bare whether cells hold no numbers */
export function scalesOf({ extents }: Model, bare: boolean): Scales {
  const { before, after } = extents.value;
  return {
    before: stateScale('before', before, bare),
    range: stateScale('range', before, bare),
    after: stateScale('after', after, bare),
  };
}

export const scaleAt = ({ stateOf }: Model, scales: Scales, c: number): ColourScale =>
  scales[places[stateOf(c)].colour];

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
  readonly indexOf: (picked: Picked) => MapIndex;
  readonly pickedOf: (index: MapIndex) => Picked | undefined;
};

/** One tensor, whose channels go from one side to the other: before, being looked through, after. */
export function layOut(
  model: Model,
  t: Translate<Key>,
  { scales, setIsLit, narrow, yaw }: Look,
): Layout {
  const array = model.shown.value;
  const [, channels] = array.shape;
  const line = batchLine(array.shape, yaw, narrow ? 2 : 3.5);
  const placeOf = (c: number): number => places[model.stateOf(c)].place;
  const { blocks, values, blocksWhere, elementOf, pickedOf } = layOutStacks([
    {
      stage: 'batch' as const,
      array,
      scaleOf: (_, c) => scaleAt(model, scales, c),
      placeOf: (n, c) => line.placeOf(placeOf(c), n, c),
      hueOf: (_, c) => channelHue(c, channels),
    },
  ]);
  const [, current] = model.current.value;
  const apart = model.pointed.value !== undefined || setIsLit;
  return {
    content: {
      blocks,
      values,
      faded: blocksWhere(({ c }) => apart && c !== current),
      labels: labels.map((name, place) => ({
        text: t(narrow ? `short.${name}` : name),
        at: line.labelAt(place),
      })),
      // Beside the end where more of the tensor is.
      axes: narrow ? [] : line.axesAt(placeOf(channels - 1) === 0 ? 0 : 2),
      room: labels.map((_, place) => line.boundsAt(place)),
    },
    indexOf: (picked) => elementOf(picked).index,
    pickedOf: (index) => pickedOf({ stage: 'batch', index }),
  };
}
