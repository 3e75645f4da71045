import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { densityFrom, type Model, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { outcomeOf } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly run: Run };

/** How many looks high the tallest ridge is. */
const HEIGHT = 2.6;

/** What one unit receives, look by look: a ridge each, the start at the top, and the path of its median. */
export function Ridges({ model, t, run }: Props) {
  const [from, to] = model.range.value;
  const last = model.looks.value - 1;
  const part = usePart(run.treatment);
  return (
    <section class={`ridges treatment-${run.treatment}`} {...part}>
      <PanelTitle name={t(run.treatment)} note={outcomeOf(run, t)} />
      <Plot
        x={{ from, to, label: t('received'), ticks: 5 }}
        y={{ from: model.stepOf(last), to: -model.stepOf(2), label: t('step'), ticks: 4 }}
        ratio={1.05}
        label={t('ridgesText', { treatment: t(run.treatment), layer: model.layer.value })}
      >
        {(scales) => <Looks model={model} run={run} {...scales} />}
      </Plot>
    </section>
  );
}

function Looks({ model, run, x, y }: { model: Model; run: Run } & PlotScales) {
  const [from, to] = model.range.value;
  const tall = Math.abs(y(model.stepOf(1)) - y(0)) * HEIGHT;
  const shown = model.look.value;
  return (
    <>
      {run.looks.map((quantiles, look) => {
        const base = y(model.stepOf(look));
        const density = densityFrom(quantiles, [from, to]);
        const points = density.map(
          ([value, height]) => `${x(value).toFixed(1)} ${(base - tall * height).toFixed(1)}`,
        );
        return (
          <path
            key={look}
            class={`ridge ${look === shown ? 'shown' : ''}`}
            d={`M${x(from)} ${base}L${points.join('L')}L${x(to)} ${base}`}
          />
        );
      })}
      {[3, 10, 17].map((place) => (
        <path
          key={place}
          class={`percentile ${place === 10 ? 'median' : ''}`}
          d={`M${run.looks
            .map((quantiles, look) => {
              const at = Math.min(Math.max(quantiles[place], from), to);
              return `${x(at).toFixed(1)} ${y(model.stepOf(look)).toFixed(1)}`;
            })
            .join('L')}`}
        />
      ))}
    </>
  );
}
