import { Histogram } from '#charts/histogram.tsx';
import { Legend } from '#charts/legend.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Bins } from '#nd/bins.ts';
import { extent } from '#nd/nd-array.ts';
import type { Model, Moments } from './model.ts';
import { bell } from './shape.ts';
import type { Key } from './strings.ts';
import { momentValues } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The sample before and after on the axis of its own values: it has moved and shrunk. */
export function OnOneAxis({ model, t }: Props) {
  const { x, centred, normalized, y } = model.samples.value;
  const [least, most] = extent([...x, ...centred, ...normalized, ...y]);
  const [from, to] = [Math.floor(least - 0.5), Math.ceil(most + 0.5)];
  const stage = model.stage.value;
  const before = scaled(model.bars.value.x, model.before.value);
  const after = scaled(model.bars.value[stage], model.after.value);
  // The highest of all steps, so that the axis stays as it is from one to the next.
  const highest = Math.max(
    ...(['x', 'normalized', 'y'] as const).flatMap(
      (name) => scaled(model.bars.value[name], model.moments.value[name]).densities,
    ),
  );
  return (
    <section>
      <Title name={t('oneAxis')} model={model} t={t} />
      <Plot
        x={{ from, to, label: t('value') }}
        y={{ from: 0, to: highest * 1.3, label: t('density.axis'), ticks: 3 }}
        label={t('oneAxisLabel', momentValues(model))}
      >
        {(scales) => (
          <>
            <Sample
              kind="before"
              bins={before}
              moments={model.before.value}
              height={highest * 1.22}
              {...scales}
            />
            <Sample
              kind="after"
              bins={after}
              moments={model.after.value}
              height={highest * 1.12}
              {...scales}
            />
          </>
        )}
      </Plot>
    </section>
  );
}

/** Before and after laid over each other, each in units of its own deviation: the same shape, and not a bell. */
export function OverEachOther({ model, t }: Props) {
  const before = model.bars.value.x;
  const after = model.bars.value[model.stage.value];
  const [from, to] = [before.from, before.from + before.densities.length * before.width];
  const highest = Math.max(bell(0), ...before.densities, ...after.densities);
  return (
    <section>
      <Title name={t('overlay')} bell model={model} t={t} />
      <Plot
        x={{ from, to, label: t('deviations') }}
        y={{ from: 0, to: highest * 1.1, label: t('density.axis'), ticks: 3 }}
        label={t('overlayLabel', momentValues(model))}
      >
        {(scales) => (
          <>
            <g {...usePart('x')}>
              <Histogram {...scales} bins={before} kind="before" />
            </g>
            <g class="line-only" {...usePart('y')}>
              <Histogram {...scales} bins={after} kind="after" />
            </g>
            <path class="theory" d={bellPath(scales, from, to)} {...usePart('bell')} />
          </>
        )}
      </Plot>
    </section>
  );
}

function Title({
  name,
  bell,
  model,
  t,
}: Props & { readonly name: string; readonly bell?: boolean }) {
  return (
    <p class="panel-title">
      <b>{name}</b>{' '}
      <small>
        <Legend
          entries={[
            { kind: 'before', label: t('key.before') },
            {
              kind: 'after',
              label: t('key.after', { letters: t(`letters.${model.stage.value}`) }),
            },
            ...(bell ? [{ kind: 'theory' as const, label: t('key.bell') }] : []),
          ]}
        />
      </small>
    </p>
  );
}

/** Bars in units of the deviation at the places and heights that they have on the axis of the values. */
function scaled({ from, width, densities }: Bins, { mean, deviation, flat }: Moments): Bins {
  const first = densities.findIndex((density) => density > 0);
  if (flat || first < 0) return { from: mean, width: 0, densities: [] };
  const last = densities.findLastIndex((density) => density > 0);
  return {
    from: mean + deviation * (from + first * width),
    width: deviation * width,
    densities: densities.slice(first, last + 1).map((density) => density / deviation),
  };
}

type SampleProps = PlotScales & {
  readonly kind: 'before' | 'after';
  readonly bins: Bins;
  readonly moments: Moments;
  /** Where the mean and the deviation are drawn. */
  readonly height: number;
};

/** A histogram, and over it its mean and one deviation to each side. */
function Sample({ kind, bins, moments: { mean, deviation }, height, x, y }: SampleProps) {
  return (
    <g class={`sample ${kind}`} {...usePart(kind === 'before' ? 'x' : 'y')}>
      <Histogram x={x} y={y} bins={bins} kind={kind} />
      <path
        class="spread"
        {...usePart('deviation')}
        d={`M${x(mean - deviation)} ${y(height)}H${x(mean + deviation)}`}
      />
      <text x={x(mean + deviation) + 6} y={y(height) + 4}>
        μ ± σ
      </text>
      <circle class="centre" {...usePart('mean')} cx={x(mean)} cy={y(height)} r={3.5} />
    </g>
  );
}

function bellPath({ x, y }: PlotScales, from: number, to: number): string {
  const count = Math.round((to - from) * 10);
  const points = Array.from({ length: count + 1 }, (_, place) => {
    const z = from + ((to - from) * place) / count;
    return `${x(z).toFixed(2)} ${y(bell(z)).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}
