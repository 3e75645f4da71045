import { bandPath, curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { numberText } from '#charts/number-text.ts';
import { Plot, type PlotAxis, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { axisOf, drawn, valuesOf } from './axes.ts';
import { predictedAt, type Line, type Measure, type Model, type Run } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key> & { readonly measure: Measure };

/** Room for the names of the runs, in units of the picture. */
const ROOM = 66;

/** One step: what is met along its gradient, at every point that was computed. */
export function LinePlot({ model, t, measure }: Props) {
  const axis = axisOf(measure, model.runs.value);
  const { reach } = model.params.value;
  return (
    <Plot
      x={{ from: 0, to: reach, label: t('stepSize'), ticks: 5 }}
      y={{ ...axis, label: t('atStep', { step: model.step.value }) }}
      ratio={0.62}
      right={ROOM}
      label={t(`${measure}LineText`, { step: model.step.value })}
      onX={model.showMultiple}
    >
      {(scales) => (
        <>
          <Taken {...scales} model={model} t={t} axis={axis} />
          <Pointed {...scales} model={model} axis={axis} />
          {model.runs.value.map((run) => (
            <OneLine key={run.treatment} {...scales} {...{ model, run, measure, axis }} />
          ))}
          <LineNames {...scales} {...{ model, t, measure, axis }} />
        </>
      )}
    </Plot>
  );
}

type Marks = PlotScales & {
  readonly model: Model;
  readonly axis: Omit<PlotAxis, 'label'>;
};

/** The step that is truly taken: one learning rate along. */
function Taken({ x, y, model, t, axis }: Marks & Pick<Props, 't'>) {
  const { reach } = model.params.value;
  const part = usePart('rate');
  if (reach < 1) return null;
  const isLeft = reach > 2;
  return (
    <g class="taken" {...part}>
      <path d={`M${x(1)} ${y(axis.from)}V${y(axis.to)}`} />
      <text x={x(1) + (isLeft ? 4 : -4)} y={y(axis.to) + 3} text-anchor={isLeft ? 'start' : 'end'}>
        {t('taken')}
      </text>
    </g>
  );
}

const Pointed = ({ x, y, model, axis }: Marks) => {
  const at = x(model.multiples.value[model.point.value]);
  return <path class="now" d={`M${at} ${y(axis.from)}V${y(axis.to)}`} />;
};

type RunMarks = Marks & { readonly run: Run; readonly measure: Measure };

function OneLine({ x, y, model, run, measure, axis }: RunMarks) {
  const part = usePart(run.treatment);
  const line = run.lines[model.look.value];
  if (!line) return null;
  const values = valuesOf(line, measure);
  const multiples = model.multiples.value;
  const along = { x: Object.assign((index: number) => x(multiples[index]), x), y };
  const heights = Array.from(values, (value) => drawn(value, axis));
  const most = Math.max(...values);
  const least = measure === 'ratio' ? most : Math.min(...values);
  const [low, high] = [least, most].map((value) => y(drawn(value, axis)));
  const side = x(model.params.value.reach);
  return (
    <g class={`treatment-${run.treatment}`} {...part}>
      {measure === 'loss' && <Tangent x={x} y={y} model={model} line={line} />}
      {measure === 'loss' && (
        <path
          class="curve thin"
          d={`M${x(0)} ${y(drawn(line.loss, axis))}L${x(multiples[0])} ${y(heights[0])}`}
        />
      )}
      <path class="curve thin" d={curvePath(along, heights)} />
      {heights.map((height, point) => (
        <circle
          key={point}
          class={`met ${values[point] > axis.to ? 'beyond' : ''}`}
          cx={x(multiples[point])}
          cy={y(height)}
          r={point === model.point.value ? 4.5 : 2.5}
        />
      ))}
      {measure === 'ratio' && (
        <path class="reaching" d={`M${x(multiples[values.indexOf(most)])} ${high}H${side}`} />
      )}
      {Number.isFinite(low + high) && <path class="extent" d={`M${side} ${low}V${high}h.01`} />}
    </g>
  );
}

/** Where the first order says that the loss goes: straight down by η‖g‖². */
function Tangent({ x, y, model, line }: PlotScales & { model: Model; line: Line }) {
  const { rate, reach } = model.params.value;
  const falls = line.length ** 2 * rate;
  const end = Math.min(reach, line.loss / falls);
  return (
    <g {...usePart('tangent')}>
      <path
        class="tangent"
        d={`M${x(0)} ${y(line.loss)}L${x(end)} ${y(predictedAt(line, end * rate))}`}
      />
      <circle class="start" cx={x(0)} cy={y(line.loss)} r="3" />
    </g>
  );
}

function LineNames({ x, y, model, t, measure, axis }: Marks & Props) {
  const { reach } = model.params.value;
  const labels = model.runs.value.flatMap(({ treatment, lines }) => {
    const line = lines[model.look.value];
    if (!line) return [];
    const last = valuesOf(line, measure).at(-1) ?? NaN;
    const beyond = last > axis.to ? ` ↑ ${numberText(last, 1)}` : '';
    const name = t(treatment) + beyond;
    return [{ name, hue: `treatment-${treatment}`, x: reach, y: drawn(last, axis) }];
  });
  return <EndLabels x={x} y={y} labels={labels} />;
}

/** All measured steps: from the smallest to the largest that was met, or the largest alone. */
export function CoursePlot({ model, t, measure }: Props) {
  const axis = axisOf(measure, model.runs.value);
  const last = model.stepOf(model.looks.value - 1);
  return (
    <Plot
      x={{ from: 0, to: last, label: t('step'), ticks: 5 }}
      y={{ ...axis, label: t('overRun') }}
      ratio={0.62}
      right={ROOM}
      label={t(`${measure}CourseText`)}
      onX={model.showStep}
    >
      {(scales) => (
        <>
          {model.runs.value.map((run) => (
            <Course key={run.treatment} {...scales} {...{ model, run, measure, axis }} />
          ))}
          <path
            class="now"
            d={`M${scales.x(model.step.value)} ${scales.y(axis.from)}V${scales.y(axis.to)}`}
          />
          <CourseNames {...scales} {...{ model, t, measure, axis }} />
        </>
      )}
    </Plot>
  );
}

function Course({ x, y, model, run, measure, axis }: RunMarks) {
  const along = { x: Object.assign((index: number) => x(model.stepOf(index)), x), y };
  const [low, high] = extremesOf(run, measure).map((row) => row.map((each) => drawn(each, axis)));
  // A run that is lost at once has no more than one line.
  const marked = [model.look.value, ...(run.lostAt === undefined ? [] : [high.length - 1])];
  return (
    <g class={`treatment-${run.treatment}`} {...usePart(run.treatment)}>
      {measure !== 'ratio' && <path class="met-band" d={bandPath(along, low, high)} />}
      {measure !== 'ratio' && <path class="curve thin" d={curvePath(along, low)} />}
      <path class="curve" d={curvePath(along, high)} />
      {marked
        .filter((look) => Number.isFinite(high[look]))
        .map((look) => (
          <path
            key={look}
            class="extent"
            d={`M${along.x(look)} ${y((measure === 'ratio' ? high : low)[look])}V${y(high[look])}h.01`}
          />
        ))}
    </g>
  );
}

function CourseNames({ x, y, model, t, measure, axis }: Marks & Props) {
  const labels = model.runs.value.map((run) => {
    const [, high] = extremesOf(run, measure);
    const last = high.findLastIndex(Number.isFinite);
    const name = t(run.treatment) + (run.lostAt === undefined ? '' : t('lost'));
    const hue = `treatment-${run.treatment}`;
    return { name, hue, x: model.stepOf(last), y: drawn(high[last] ?? NaN, axis) };
  });
  return <EndLabels x={x} y={y} labels={labels} />;
}

/** The smallest and the largest of every line. */
const extremesOf = ({ lines }: Run, measure: Measure): readonly (readonly number[])[] => [
  lines.map((line) => Math.min(...valuesOf(line, measure))),
  lines.map((line) => Math.max(...valuesOf(line, measure))),
];
