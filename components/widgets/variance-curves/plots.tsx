import type { AxisScale } from '#charts/axis-scale.ts';
import { bandPath, curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { Grip } from '#charts/grip.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { axisOf, drawn, type VarianceAxis } from './axes.ts';
import type { Quantity } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { params as schema } from './params.ts';
import { alphaText, valueText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly quantity: Quantity };

/** Room for the names of the networks, in units of the picture. */
const ROOM = 92;

/** One quantity of all networks, block by block. */
export function CurvePlot({ model, t, quantity }: Props) {
  const { blocks, axis: kind } = model.params.value;
  const shows = quantity === 'variance' && model.free.value !== undefined;
  const { variances } = model.prediction.value;
  const axis = axisOf(quantity, model.networks.value, kind, shows ? variances : []);
  return (
    <section class={quantity} {...usePart(quantity)}>
      <PanelTitle name={t(quantity)} note={t(`${quantity}Of`)} />
      <Plot
        x={{ from: 0, to: blocks, label: t('block'), ticks: 5 }}
        y={{ ...axis, label: '', ticks: 4 }}
        ratio={quantity === 'variance' ? 1 : 0.62}
        right={ROOM}
        interactive={shows}
        label={t(`${quantity}Text`)}
        onX={model.showBlock}
      >
        {(scales) => (
          <>
            {shows && <Expected {...scales} model={model} axis={axis} />}
            <Curves {...scales} {...{ model, t, quantity, axis }} gripped={shows} />
            <path
              class="now"
              d={`M${scales.x(model.block.value)} ${scales.y(axis.from)}V${scales.y(axis.to)}`}
            />
            {shows && <AlphaGrip {...scales} model={model} t={t} axis={axis} />}
          </>
        )}
      </Plot>
    </section>
  );
}

/** What the grip takes at the end of the curves. */
const GRIP = 8;

type Marks = PlotScales & { readonly model: Model; readonly axis: VarianceAxis };

type CurvesProps = Marks & Props & { readonly gripped: boolean };

function Curves({ x, y, model, t, quantity, axis, gripped }: CurvesProps) {
  const ends = model.networks.value.map(({ kind, curves }) => {
    const heights = drawn(curves[quantity], axis);
    const last = heights.findLastIndex(Number.isFinite);
    const reached = curves[quantity].at(-1) ?? NaN;
    const leaves = last < heights.length - 1;
    const name = leaves ? `${t(`kind.${kind}`)} ↑ ${valueText(reached)}` : t(`kind.${kind}`);
    // A curve that leaves the picture has its name where it leaves.
    const end = x(last) + (gripped && !leaves ? GRIP : 0);
    return { name, kind, heights, hue: `kind-${kind}`, x: x.invert(end), y: heights[last] ?? NaN };
  });
  return (
    <>
      {ends.map(({ kind, heights }) => (
        <Curve key={kind} {...{ x, y, model, kind, heights }} />
      ))}
      <EndLabels x={x} y={y} labels={ends} />
    </>
  );
}

type CurveProps = PlotScales & {
  readonly model: Model;
  readonly kind: string;
  readonly heights: readonly number[];
};

function Curve({ x, y, model, kind, heights }: CurveProps) {
  const at = model.block.value;
  return (
    <g class={`kind-${kind}`} {...usePart(kind)}>
      <path class="curve" d={curvePath({ x, y }, heights)} />
      {Number.isFinite(heights[at]) && (
        <circle class="dot" cx={x(at)} cy={y(heights[at])} r={3.5} />
      )}
    </g>
  );
}

/** β² before every block, and how far what is measured may stray from it. */
function Expected({ x, y, model, axis }: Marks) {
  const { variances, band } = model.prediction.value;
  const within = (values: readonly number[]): number[] =>
    values.map((value) => Math.min(Math.max(value, axis.from), axis.to));
  return (
    <g class="expected" {...usePart('beta')}>
      {band && <path class="band" d={bandPath({ x, y }, within(band.low), within(band.high))} />}
      <path class="theory" d={curvePath({ x, y }, within(variances))} />
    </g>
  );
}

/** The end of the expected line as a handle: dragged up or down, it is α that moves. */
function AlphaGrip({ x, y, model, t, axis }: Marks & Pick<Props, 't'>) {
  const { blocks, alpha } = model.params.value;
  const { variances } = model.prediction.value;
  // A stage that starts anew counts only its own blocks.
  const added = alpha > 0 ? ((variances.at(-1) ?? 1) - 1) / alpha ** 2 : blocks;
  const heightOf = (a: number): number => y(Math.min(1 + added * a ** 2, axis.to));
  const scale: AxisScale = Object.assign(heightOf, {
    invert: (place: number) => Math.sqrt(Math.max(y.invert(place) - 1, 0) / added),
    ticks: () => [],
  });
  return (
    <g {...usePart('alpha')}>
      <text
        class="alpha-name"
        x={x(blocks) - 11}
        y={heightOf(Math.min(alpha, schema.alpha.max)) + 4}
        text-anchor="end"
      >
        ↕ α
      </text>
      <Grip
        class="alpha"
        along="y"
        scale={scale}
        across={x(blocks)}
        value={alpha}
        min={schema.alpha.min}
        max={schema.alpha.max}
        step={0.05}
        label={t('alphaGrip')}
        text={alphaText(alpha)}
        onMove={model.setAlpha}
      />
    </g>
  );
}
