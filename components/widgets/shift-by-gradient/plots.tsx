import { curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { Plot, type PlotAxis, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { rowsOf, type Model, type Quantity, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { layerText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Room for the names of the runs, in units of the picture. */
const ROOM = 84;

/** The cosine between G and G′ of the shown layer, at every measured step. */
export function CosinePlot({ model, t }: Props) {
  const lowest = Math.min(0, ...finiteOf(model, 'cosines'));
  const axis = { from: Math.floor(4 * lowest) / 4, to: 1, ticks: 4 };
  return <LayerPlot model={model} t={t} axis={axis} quantity="cosines" label="cosineText" />;
}

/** ‖G − G′‖ of the shown layer, at every measured step, and ‖G‖ beside it. */
export function DistancePlot({ model, t }: Props) {
  const all = [...finiteOf(model, 'distances'), ...finiteOf(model, 'lengths')].filter(
    (value) => value > 0,
  );
  const [least, most] = [Math.min(1, ...all), Math.max(2, ...all)];
  const powers = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const axis = { from: 10 ** powers[0], to: 10 ** powers[1], ticks: 4, logarithmic: true };
  return (
    <LayerPlot
      model={model}
      t={t}
      axis={axis}
      quantity="distances"
      beside="lengths"
      label="distanceText"
    />
  );
}

/** All that was found of the runs that are not lost, or of all if every one is. */
function finiteOf(model: Model, quantity: Quantity): readonly number[] {
  const runs = model.runs.value;
  const kept = runs.filter(({ lostAt }) => lostAt === undefined);
  return (kept.length > 0 ? kept : runs)
    .flatMap(({ shift }) => Array.from(shift[quantity].data))
    .filter(Number.isFinite);
}

type LayerPlotProps = Props & {
  readonly axis: Omit<PlotAxis, 'label'>;
  readonly quantity: Quantity;
  /** What the quantity is to be seen beside. */
  readonly beside?: Quantity;
  readonly label: Key;
};

function LayerPlot({ model, t, axis, quantity, beside, label }: LayerPlotProps) {
  const { row } = model.chosen.value;
  const within = (value: number): number => Math.min(Math.max(value, axis.from), axis.to);
  const valuesOf = ({ shift }: Run, which: Quantity): Float32Array =>
    rowsOf(shift[which])[row].map(within);
  return (
    <Plot
      x={{ from: 0, to: model.stepOf(model.looks.value - 1), label: t('step'), ticks: 5 }}
      y={{ ...axis, label: '' }}
      ratio={0.62}
      right={ROOM}
      label={t(label, { layer: layerText(row, model, t) })}
      onX={model.showStep}
    >
      {(scales) => (
        <>
          <Now {...scales} model={model} axis={axis} />
          {model.runs.value.map((run) => (
            <Course
              key={run.treatment}
              {...scales}
              model={model}
              run={run}
              values={valuesOf(run, quantity)}
              beside={beside && valuesOf(run, beside)}
            />
          ))}
          <EndLabels
            {...scales}
            labels={model.runs.value.map((run) => {
              const values = valuesOf(run, quantity);
              const last = values.findLastIndex(Number.isFinite);
              const name = t(run.treatment) + (run.lostAt === undefined ? '' : t('lost'));
              const hue = `treatment-${run.treatment}`;
              return { name, hue, x: model.stepOf(last), y: values[last] ?? NaN };
            })}
          />
        </>
      )}
    </Plot>
  );
}

type CourseProps = PlotScales & {
  readonly model: Model;
  readonly run: Run;
  readonly values: Float32Array;
  readonly beside?: Float32Array;
};

/** One run: a dot for each measured step. */
function Course({ x, y, model, run, values, beside }: CourseProps) {
  const along = { x: Object.assign((look: number) => x(model.stepOf(look)), x), y };
  return (
    <g class={`treatment-${run.treatment}`} {...usePart(run.treatment)}>
      {beside && <path class="curve beside" d={curvePath(along, beside)} />}
      <path class="curve" d={curvePath(along, values)} />
      {Array.from(values, (value, look) =>
        Number.isFinite(value) ? (
          <circle
            key={look}
            class="met"
            cx={along.x(look)}
            cy={y(value)}
            r={look === model.shown.value.column ? 4.5 : 2.5}
          />
        ) : null,
      )}
    </g>
  );
}

const Now = ({ x, y, model, axis }: PlotScales & Pick<LayerPlotProps, 'model' | 'axis'>) => (
  <path class="now" d={`M${x(model.stepOf(model.look.value))} ${y(axis.from)}V${y(axis.to)}`} />
);
