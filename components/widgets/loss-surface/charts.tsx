import { curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** Room for the names of the networks, in units of the picture. */
const ROOM = 62;

/** The loss of every step of each path, and that of the plane where the step is seen. */
export function Losses({ model, t }: Props) {
  const { steps } = model.params.value;
  const top = Math.max(...model.runs.value.map(({ losses }) => highestOf(losses)), 1);
  return (
    <section {...usePart('loss')}>
      <PanelTitle name={t('loss')} note={t('lossNote')} />
      <Plot
        x={{ from: 0, to: steps, label: t('param.step'), ticks: 5 }}
        y={{ from: 0, to: top, label: '', ticks: 4 }}
        ratio={0.6}
        right={ROOM}
        label={t('lossText')}
        onX={model.showStep}
      >
        {(scales) => (
          <>
            {model.runs.value.map(({ treatment, losses, shadow }) => (
              <g key={treatment} class={`treatment-${treatment}`}>
                <path class="curve" d={curvePath(scales, losses)} />
                <path
                  class="curve shadow"
                  d={curvePath(
                    scales,
                    shadow.map((loss) => Math.min(loss, top)),
                  )}
                />
              </g>
            ))}
            <EndLabels
              {...scales}
              labels={model.runs.value.map(({ treatment, losses, last }) => {
                return {
                  name: t(treatment),
                  hue: `treatment-${treatment}`,
                  x: last,
                  y: losses[last],
                };
              })}
            />
            <Now {...scales} step={model.step.value} top={top} />
          </>
        )}
      </Plot>
    </section>
  );
}

const highestOf = (losses: Float32Array): number => Math.max(...losses.filter(Number.isFinite));

const Now = ({ x, y, step, top }: PlotScales & { step: number; top: number }) => (
  <path class="now" d={`M${x(step)} ${y(top)}V${y(0)}`} />
);
