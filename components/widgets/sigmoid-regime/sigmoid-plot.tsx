import { linearScale } from '#charts/axis-scale.ts';
import { lineThrough, tenth } from '#charts/curve.ts';
import { Histogram } from '#charts/histogram.tsx';
import { numberText } from '#charts/number-text.ts';
import type { PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Handles } from './handles.tsx';
import { ENDS } from './bins.ts';
import type { Model } from './model.ts';
import { densityOf, LINEAR, SATURATED, sigmoid } from './regimes.ts';
import type { Key } from './strings.ts';
import { valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

const WIDTH = 400;
const HEIGHT = 300;
const LEFT = 34;
const RIGHT = 306;
const CURVE = { top: 20, bottom: 166 };
const STRIP = { top: 182, base: 268 };
const SIDE = { from: 314, to: 396 };

/** Densities from here on do not fit: a narrow law is cut off rather than flattening all others. */
const HIGHEST = 1;

const x = linearScale(ENDS, [LEFT, RIGHT]);
const output = linearScale([0, 1], [CURVE.bottom, CURVE.top]);

/** The sigmoid, its inputs under it on the same axis, and its outputs at its side on the other. */
export function SigmoidPlot({ model, t }: Props) {
  const inputs = model.all.value.map((stage) => stage.inputs);
  const highest = Math.max(...inputs.flatMap(({ densities }) => densities));
  const strip: PlotScales = {
    x,
    y: linearScale([0, Math.min(highest, HIGHEST)], [STRIP.base, STRIP.top]),
  };
  const step = model.step.value;
  const law = (z: number): number => Math.max(strip.y(densityOf(z, model.law.value)), STRIP.top);
  return (
    <svg
      class="plot"
      role="group"
      aria-label={t('plot', valuesOf(model))}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <Regimes t={t} />
      {x.ticks(6).map((value) => (
        <text key={value} x={x(value)} y={STRIP.base + 15} text-anchor="middle">
          {numberText(value, 0)}
        </text>
      ))}
      {[0, 0.5, 1].map((value) => (
        <text key={value} x={LEFT - 5} y={output(value) + 4} text-anchor="end">
          {numberText(value, value === 0.5 ? 1 : 0)}
        </text>
      ))}
      <Curve />
      <path class="axis" d={`M${LEFT} ${STRIP.base}H${RIGHT}`} />
      <g {...usePart('before')} class={step === 0 ? '' : 'ghost'}>
        <Histogram {...strip} bins={inputs[0]} kind="before" />
        <Outputs model={model} stage={0} />
      </g>
      {step > 0 && (
        <g {...usePart('input')}>
          <Histogram {...strip} bins={inputs[step]} kind="after" />
          <Outputs model={model} stage={step} />
        </g>
      )}
      <path class="theory" d={graph(ENDS, 96, law)} />
      <Handles model={model} t={t} strip={strip} top={STRIP.top} />
      <text class="axis-label" x={LEFT} y={11}>
        sigmoid(z)
      </text>
      <text class="axis-label" x={RIGHT} y={HEIGHT - 3} text-anchor="end">
        z
      </text>
      <text class="axis-label" x={SIDE.to} y={11} text-anchor="end">
        {t('outputs')}
      </text>
    </svg>
  );
}

/** Where the sigmoid is nearly its tangent, and where it is nearly flat: along both axes. */
function Regimes({ t }: { readonly t: Props['t'] }) {
  const across = (from: number, to: number) => ({
    x: x(from),
    width: x(to) - x(from),
    y: CURVE.top,
    height: STRIP.base - CURVE.top,
  });
  const along = (from: number, to: number) => ({
    x: SIDE.from,
    width: SIDE.to - SIDE.from,
    y: output(to),
    height: output(from) - output(to),
  });
  return (
    <>
      <g {...usePart('saturated')} class="flat">
        <rect {...across(ENDS[0], -SATURATED)} />
        <rect {...across(SATURATED, ENDS[1])} />
        <rect {...along(0, sigmoid(-SATURATED))} />
        <rect {...along(sigmoid(SATURATED), 1)} />
        <text x={LEFT + 5} y={CURVE.top + 14}>
          {t('saturated')}
        </text>
        <text x={RIGHT - 5} y={CURVE.bottom - 6} text-anchor="end">
          {t('saturated')}
        </text>
      </g>
      <g {...usePart('linear')} class="linear">
        <rect {...across(-LINEAR, LINEAR)} />
        <rect {...along(sigmoid(-LINEAR), sigmoid(LINEAR))} />
        <text x={x(0)} y={STRIP.top - 4} text-anchor="middle">
          {t('linear')}
        </text>
      </g>
    </>
  );
}

function Curve() {
  const curve = (z: number): number => output(sigmoid(z));
  const tangent = (z: number): number => output(0.5 + z / 4);
  return (
    <>
      <path class="tangent" {...usePart('linear')} d={graph([-2, 2], 1, tangent)} />
      <path class="curve" {...usePart('sigmoid')} d={graph(ENDS, 64, curve)} />
    </>
  );
}

/** The outputs of a stage as bars that grow to the right; half of all in one bin fill the width. */
function Outputs({ model, stage }: { readonly model: Model; readonly stage: number }) {
  const { from, width, densities } = model.all.value[stage].outputs;
  const length = linearScale([0, 0.5], [SIDE.from, SIDE.to]);
  const bars = densities.map((density, bin) => {
    const [bottom, top] = [output(from + bin * width), output(from + (bin + 1) * width)];
    const end = Math.min(length(density * width), SIDE.to);
    return `V${tenth(bottom)}H${tenth(end)}V${tenth(top)}`;
  });
  return (
    <path
      class={`bars ${stage === 0 ? 'before' : 'after'}`}
      d={`M${SIDE.from} ${output(0)}${bars.join('')}H${SIDE.from}Z`}
    />
  );
}

/** The graph of a function of the inputs, in pieces. */
function graph(
  [from, to]: readonly [number, number],
  pieces: number,
  height: (z: number) => number,
): string {
  const inputs = Array.from({ length: pieces + 1 }, (_, at) => from + ((to - from) * at) / pieces);
  return lineThrough(inputs.map((z) => [x(z), height(z)]));
}
