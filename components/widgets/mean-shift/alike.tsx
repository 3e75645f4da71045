import { signedScale } from '#charts/cell-colour.ts';
import { curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { FineMap } from '#charts/fine-map.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotAxis, type PlotScales } from '#charts/plot.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { ndArray } from '#nd/nd-array.ts';
import { quantities, type Quantity } from './data.ts';
import type { Model, Network } from './model.ts';
import type { Key } from './strings.ts';
import { hueOf, orderName, theoryOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What the shift does to the inputs: seen, and measured layer by layer. */
export function Alike({ model, t }: Props) {
  const { layers } = model.params.value;
  return (
    <div class="alike">
      <section class="examples" {...usePart('examples')}>
        <PanelTitle name={t('examples')} note={t('examplesOf', { layers })} />
        {model.networks.value.map((network, index) => (
          <Examples key={network.side} {...{ model, t, network, index }} />
        ))}
        <p class="remark">{t('stripes')}</p>
      </section>
      <CurvePlot model={model} t={t} of={['likeness']} name="likeness" />
      <CurvePlot model={model} t={t} of={quantities.slice(0, 2)} name="squaredMean" />
    </div>
  );
}

type ExamplesProps = Props & { readonly network: Network; readonly index: number };

const scale = signedScale(2);

function Examples({ model, t, network, index }: ExamplesProps) {
  const { k } = useWidget();
  const { shape, data } = model.state.answered.value.result.examples;
  const size = shape[1] * shape[2];
  return (
    <div class={hueOf(network.side)}>
      <b>{orderName(t, network.order)}</b>
      <FineMap
        array={ndArray(shape.slice(1), data.subarray(index * size, (index + 1) * size))}
        scale={scale}
        decimals={2}
        label={`${t('examples')}, ${orderName(t, network.order)}`}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
      />
    </div>
  );
}

type CurveProps = Props & {
  readonly of: readonly Quantity[];
  readonly name: 'likeness' | 'squaredMean';
};

/** Measured curves of both networks over what theory has for them. */
function CurvePlot({ model, t, of, name }: CurveProps) {
  const { layers } = model.params.value;
  const axis = axisOf(model, of);
  const ends = model.networks.value.flatMap((network) =>
    of.map((quantity) => ({
      name: of.length > 1 ? t(`short.${quantity}`) : t(`short.${network.order}`),
      hue: hueOf(network.side),
      x: layers,
      y: Math.max(network.curves[quantity][layers], axis.from),
    })),
  );
  return (
    <section class="curves" {...usePart(name)}>
      <PanelTitle name={t(name)} note={t(`${name}Of`)} />
      <Plot
        x={{ from: 0, to: layers, label: t('layers'), ticks: Math.min(layers, 5) }}
        y={{ ...axis, label: '', ticks: 5 }}
        ratio={0.66}
        right={66}
        label={t(`${name}Of`)}
      >
        {(scales) => (
          <>
            {model.networks.value.map((network) => (
              <Curves key={network.side} {...{ ...scales, network, of, axis }} />
            ))}
            <EndLabels {...scales} labels={distinct(ends)} />
          </>
        )}
      </Plot>
    </section>
  );
}

type CurvesProps = PlotScales & {
  readonly network: Network;
  readonly of: readonly Quantity[];
  readonly axis: Axis;
};

function Curves({ x, y, network, of, axis }: CurvesProps) {
  const path = (values: ArrayLike<number>): string =>
    curvePath(
      { x, y },
      Array.from(values, (value) => Math.max(value, axis.from)),
    );
  return (
    <g class={hueOf(network.side)}>
      {of.map((quantity) => (
        <g key={quantity} class={quantity} {...usePart(quantity)}>
          <path class="theory" d={path(theoryOf(network, quantity))} />
          <path class="curve" d={path(network.curves[quantity])} />
        </g>
      ))}
    </g>
  );
}

type Axis = Omit<PlotAxis, 'label'>;

/** Least value on a logarithmic axis. */
const LEAST = 0.01;

/** From 0 to 1 or a little beyond; logarithmic where a residual network grows out of it. */
function axisOf(model: Model, of: readonly Quantity[]): Axis {
  const reached = model.networks.value.flatMap(({ curves }) =>
    of.flatMap((quantity) => Array.from(curves[quantity])),
  );
  const top = Math.max(...reached.filter(Number.isFinite), 1);
  return top > 40 ? { from: LEAST, to: top, logarithmic: true } : { from: 0, to: 1.04 * top };
}

/** Labels are told apart by their names: where two networks have the same, the second one has a mark of its own. */
function distinct<L extends { readonly name: string }>(labels: readonly L[]): readonly L[] {
  return labels.map((label, index) =>
    labels.findIndex(({ name }) => name === label.name) < index
      ? { ...label, name: `${label.name} ` }
      : label,
  );
}
