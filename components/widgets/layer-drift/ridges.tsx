import { lineThrough } from '#charts/curve.ts';
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
        const tops = densityFrom(quantiles, [from, to]).map(
          ([value, height]) => [x(value), base - tall * height] as const,
        );
        return (
          <path
            key={look}
            class={`ridge ${look === shown ? 'shown' : ''}`}
            d={lineThrough([[x(from), base], ...tops, [x(to), base]])}
          />
        );
      })}
      {[3, 10, 17].map((place) => (
        <path
          key={place}
          class={`percentile ${place === 10 ? 'median' : ''}`}
          d={lineThrough(
            run.looks.map((quantiles, look) => [
              x(Math.min(Math.max(quantiles[place], from), to)),
              y(model.stepOf(look)),
            ]),
          )}
        />
      ))}
    </>
  );
}
