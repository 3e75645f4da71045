import { curvePath } from '#charts/curve.ts';
import { Grip } from '#charts/grip.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent } from '#nd/nd-array.ts';
import { STEPS } from './data.ts';
import type { Model, Statistic } from './model.ts';
import { params as schema } from './params.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key> & { readonly statistic: Statistic };

/** Grips at the end stand clear of the last batch, in units of the picture. */
const ASIDE = 11;

/** Whole steps of the axis, so that it stays while one drags. */
const ROUND = 2;

/** One statistic over all batches: of each as a dot, the running one as a curve, the truth dashed. */
export function Course({ model, t, statistic }: Props) {
  const isMean = statistic === 'mean';
  const { batches, running, other } = model.series(statistic);
  const [start, end] = [model.truth(statistic, 0), model.truth(statistic, STEPS)];
  const [least, most] = extent([...batches, ...running, ...other, start, end]);
  const [from, to] = [Math.floor(least / ROUND) * ROUND, Math.ceil(most / ROUND) * ROUND];
  const { after, batch } = model.numbers(statistic);
  return (
    <section>
      <PanelTitle name={t(statistic)} note={t(isMean ? 'dragMean' : 'dragVariance')} />
      <Plot
        x={{ from: 0, to: STEPS, label: t('batches') }}
        y={{ from, to, label: t('value'), ticks: 5 }}
        ratio={0.62}
        interactive
        label={t(isMean ? 'meanText' : 'varianceText', {
          step: model.step.value + 1,
          batch: numberText(batch, 2),
          running: numberText(after, 2),
          truth: numberText(model.truth(statistic, model.step.value + 1), 2),
        })}
        onX={model.goTo}
      >
        {(scales) => (
          <>
            <Lines {...scales} model={model} t={t} statistic={statistic} />
            <Grips {...scales} model={model} t={t} statistic={statistic} />
          </>
        )}
      </Plot>
    </section>
  );
}

function Lines({ model, statistic, ...scales }: PlotScales & Props) {
  const { x, y } = scales;
  const { batches, running, other } = model.series(statistic);
  const { after, batch } = model.numbers(statistic);
  const now = x(model.step.value + 1);
  const dots = Array.from(
    batches,
    (value, index) => `M${x(index + 1).toFixed(1)} ${y(value).toFixed(1)}h0`,
  );
  return (
    <>
      <g {...usePart('batch')}>
        <path class="point-cloud" d={dots.join('')} />
        <path class="point-cloud here" d={`M${now} ${y(batch)}h0`} />
      </g>
      <g {...usePart('truth')}>
        <path
          class="theory"
          d={`M${x(0)} ${y(model.truth(statistic, 0))}L${x(STEPS)} ${y(model.truth(statistic, STEPS))}h${ASIDE}`}
        />
      </g>
      <g class="hue-3" {...usePart('beside')}>
        {other.length > 0 && <path class="curve other" d={curvePath(scales, other)} />}
      </g>
      <g {...usePart('running')}>
        <path class="curve" d={curvePath(scales, running)} />
      </g>
      <path class="now" d={`M${now} 22V${y(after)}`} />
      <circle class="now" cx={now} cy={y(after)} r={4.5} />
    </>
  );
}

/** What the batches are drawn from, to be dragged. */
function Grips({ x, y, model, t, statistic }: PlotScales & Props) {
  const { mean, drift, variance } = model.state.params.value;
  const { min, max, step } = statistic === 'mean' ? schema.mean : schema.variance;
  const shared = { along: 'y', scale: y, step } as const;
  if (statistic === 'variance') {
    return (
      <Grip
        {...shared}
        across={x(STEPS) + ASIDE}
        value={variance}
        min={min}
        max={max}
        label={t('param.variance')}
        text={numberText(variance, 1)}
        onMove={model.setVariance}
      />
    );
  }
  const end = Number((mean + drift).toFixed(2));
  return (
    <>
      <Grip
        {...shared}
        across={x(0)}
        value={mean}
        min={min}
        max={max}
        label={t('param.mean')}
        text={numberText(mean, 1)}
        onMove={model.setMean}
      />
      <Grip
        {...shared}
        across={x(STEPS) + ASIDE}
        value={end}
        min={Number((mean + schema.drift.min).toFixed(2))}
        max={Number((mean + schema.drift.max).toFixed(2))}
        label={t('endMean')}
        text={numberText(end, 1)}
        onMove={model.setEnd}
      />
    </>
  );
}
