import { binsOf, Histogram } from '#charts/histogram.tsx';
import { Legend } from '#charts/legend.tsx';
import { numberText } from '#charts/number-text.ts';
import { Plot } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { extent } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

const BINS = 28;

/** The values that share the current statistics, before and after, on one axis. */
export function Distribution({ model, t }: ViewProps<Model, Key>) {
  if (!model.sets.value) return null;
  const { before, after } = model.population.value;
  const [least, most] = extent([...before, ...after]);
  const room = Math.max((most - least) * 0.04, 0.5);
  const domain = [least - room, most + room] as const;
  const bins = { before: binsOf(before, domain, BINS), after: binsOf(after, domain, BINS) };
  const highest = Math.max(...bins.before.densities, ...bins.after.densities) || 1;
  return (
    <section class="distribution">
      <p class="panel-title">
        <b>{t('setValues', { values: before.length })}</b>{' '}
        <small>
          <Legend
            entries={[
              { kind: 'before', label: t('before') },
              { kind: 'after', label: t('afterwards') },
            ]}
          />
        </small>
      </p>
      <Plot
        x={{ from: domain[0], to: domain[1], label: t('value') }}
        y={{ from: 0, to: highest * 1.05, label: t('density'), ticks: 3 }}
        ratio={0.5}
        label={t('distribution', {
          values: before.length,
          before: extent(before)
            .map((value) => numberText(value, 2))
            .join(' … '),
          after: extent(after)
            .map((value) => numberText(value, 2))
            .join(' … '),
        })}
      >
        {(scales) => (
          <>
            <Histogram {...scales} bins={bins.before} kind="before" />
            <Histogram {...scales} bins={bins.after} kind="after" />
          </>
        )}
      </Plot>
    </section>
  );
}
