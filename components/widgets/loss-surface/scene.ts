import { linearScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { SurfaceAxis, SurfaceContent, SurfaceTrail } from '#scenes/surface.ts';
import { heightOf, type Height } from './height.ts';
import type { Model, Run } from './model.ts';
import type { Key } from './strings.ts';

/** What is looked at along one direction of a plane. */
export type Side = { readonly from: number; readonly to: number };

export function sidesOf({ middle: [x, y] }: Run, range: number): Readonly<Record<'x' | 'y', Side>> {
  return { x: { from: x - range, to: x + range }, y: { from: y - range, to: y + range } };
}

/** Heights of a run's surface, for drawing. */
export const heightsOf = ({ surface: { shape, data } }: Run, height: Height): NdArray => ({
  shape,
  data: data.map(height.of),
});

/** One network's surface, and the path of its weights over it or under it. */
export function sceneOf(model: Model, run: Run, t: Translate<Key>): SurfaceContent {
  const height = heightOf(model);
  const { x, y } = sidesOf(run, model.params.value.range);
  return {
    heights: heightsOf(run, height),
    interval: height.interval,
    axes: {
      x: axisOf(x, t('across')),
      y: { label: t('loss'), ticks: height.ticks },
      // The plane's second direction leads to the back.
      z: axisOf({ from: y.to, to: y.from }, t('up')),
    },
    trail: trailOf(model, run, x, y),
  };
}

const partOf = ({ from, to }: Side, value: number): number => (value - from) / (to - from);

function axisOf(side: Side, label: string): SurfaceAxis {
  const [low, high] = [side.from, side.to].sort((a, b) => a - b);
  const values = high > low ? linearScale([low, high], [0, 1]).ticks(4) : [];
  const decimals = decimalsFor(values, 4);
  return {
    label,
    ticks: values.map((value) => ({ at: partOf(side, value), text: numberText(value, decimals) })),
  };
}

function trailOf(model: Model, run: Run, right: Side, back: Side): SurfaceTrail {
  const height = heightOf(model);
  const at = Math.min(model.step.value, run.last);
  const inside = (part: number): number => (part >= 0 && part <= 1 ? part : NaN);
  return {
    points: run.places
      .slice(0, run.last + 1)
      .map(([x, y], step) => [
        inside(partOf(right, x)),
        inside(height.of(run.losses[step])),
        1 - inside(partOf(back, y)),
      ]),
    at,
    ground: inside(height.of(run.shadow[at])),
  };
}
