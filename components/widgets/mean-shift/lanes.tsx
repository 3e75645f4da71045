import { binsOf, Histogram } from '#charts/histogram.tsx';
import { shortNumber } from '#charts/number-text.ts';
import { linearScale } from '#charts/axis-scale.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { maxAbs } from '#nd/nd-array.ts';
import type { Lane, Model } from './model.ts';
import type { Key } from './strings.ts';
import { lanesText, laneName } from './words.ts';

type Props = ViewProps<Model, Key>;

const BINS = 40;

/** Part of a lane that its tallest bar takes. */
const FULL = 0.68;

/** One channel over the whole batch, at every place of its layer. */
export function Lanes({ model, t }: Props) {
  const { lanes } = model.looked.value;
  const most = 1.05 * Math.max(...lanes.map(({ values }) => maxAbs(values)), 1e-6);
  return (
    <section class="lanes" {...usePart('mean')}>
      <PanelTitle name={t('lanes')} note={t('lanesOf')} />
      <Plot
        x={{ from: -most, to: most, label: t('value'), ticks: 5 }}
        y={{ from: 0, to: lanes.length, label: '', ticks: 0 }}
        ratio={0.17 + 0.155 * lanes.length}
        label={lanesText(t, model)}
      >
        {(scales) => (
          <>
            <path class="zero" d={`M${scales.x(0)} ${scales.y(0)}V${scales.y(lanes.length)}`} />
            {lanes.map((lane, index) => (
              <OneLane
                key={index}
                {...{ ...scales, model, t, lane, most }}
                floor={lanes.length - 1 - index}
              />
            ))}
          </>
        )}
      </Plot>
    </section>
  );
}

type LaneProps = Props &
  PlotScales & { readonly lane: Lane; readonly most: number; readonly floor: number };

function OneLane({ x, y, model, t, lane, most, floor }: LaneProps) {
  const bins = binsOf(lane.values, [-most, most], BINS);
  const tallest = Math.max(...bins.densities, 1e-9);
  const heights = linearScale([0, tallest], [y(floor), y(floor + FULL)]);
  const at = x(lane.mean);
  return (
    <g>
      <Histogram x={x} y={heights} bins={bins} kind={lane.place === 'norm' ? 'after' : 'before'} />
      <path class="axis" d={`M${x(-most)} ${y(floor)}H${x(most)}`} />
      <path class="mean" d={`M${at} ${y(floor) + 4}V${y(floor + 0.8)}`} />
      <text class="axis-label" x={x(-most)} y={y(floor + 0.78)}>
        {laneName(t, lane.place, model.params.value)}
      </text>
      <text class="axis-label" x={x(most)} y={y(floor + 0.78)} text-anchor="end">
        μ {shortNumber(lane.mean)}
      </text>
    </g>
  );
}
