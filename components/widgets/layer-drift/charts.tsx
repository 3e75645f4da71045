import { curvePath } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotScales } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Treatment } from '#lab/glyph-network.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** Room for the names of the runs, in units of the picture. */
const ROOM = 70;

/** Losses are drawn up to twice what guessing would have. */
const MOST_LOSS = 2 * Math.log(10);

/** The loss of every step, of all runs on one pair of axes. */
export function Losses({ model, t }: Props) {
  const { steps } = model.params.value;
  const rows = model.runs.value.map(({ treatment, losses }) => ({
    treatment,
    values: losses.map((loss) => Math.min(loss, MOST_LOSS)),
  }));
  return (
    <section {...usePart('loss')}>
      <PanelTitle name={t('loss')} note={t('lossNote')} />
      <Plot
        x={{ from: 0, to: steps, label: t('step'), ticks: 5 }}
        y={{ from: 0, to: MOST_LOSS, label: '', ticks: 4 }}
        ratio={0.55}
        right={ROOM}
        label={t('lossText')}
        onX={model.showStep}
      >
        {(scales) => (
          <>
            <Level {...scales} value={Math.log(10)} to={steps} label={t('guessing')} />
            <Curves {...scales} t={t} rows={rows} place={(step) => step} />
            <Now {...scales} model={model} top={MOST_LOSS} />
          </>
        )}
      </Plot>
    </section>
  );
}

/** How far the layer's units have moved from look to look. */
export function Drift({ model, t }: Props) {
  const { steps } = model.params.value;
  const rows = model.runs.value.map(({ treatment, drift }) => ({
    treatment,
    values: drift.subarray(1),
  }));
  const most = rows.flatMap(({ values }) => Array.from(values).filter(Number.isFinite));
  const top = Math.ceil(Math.max(0.5, ...most) * 5) / 5;
  return (
    <section {...usePart('drift')}>
      <PanelTitle name={t('drift')} note={t('driftNote')} />
      <Plot
        x={{ from: 0, to: steps, label: t('step'), ticks: 5 }}
        y={{ from: 0, to: top, label: t('deviations'), ticks: 4 }}
        ratio={0.55}
        right={ROOM}
        label={t('driftText', { layer: model.layer.value })}
        onX={model.showStep}
      >
        {(scales) => (
          <>
            <Curves {...scales} t={t} rows={rows} place={(look) => model.stepOf(look + 1)} />
            <Now {...scales} model={model} top={top} />
          </>
        )}
      </Plot>
    </section>
  );
}

type CurvesProps = PlotScales &
  Pick<Props, 't'> & {
    readonly rows: readonly { readonly treatment: Treatment; readonly values: Float32Array }[];
    /** The step that a value belongs to. */
    readonly place: (index: number) => number;
  };

/** A curve for every run, with its name at its end. */
function Curves({ x, y, t, rows, place }: CurvesProps) {
  const along = { x: Object.assign((index: number) => x(place(index)), x), y };
  return (
    <>
      {rows.map(({ treatment, values }) => (
        <Curve key={treatment} treatment={treatment} path={curvePath(along, values)} />
      ))}
      <EndLabels
        x={x}
        y={y}
        labels={rows.map(({ treatment, values }) => {
          const last = values.findLastIndex(Number.isFinite);
          const hue = `treatment-${treatment}`;
          return { name: t(treatment), hue, x: place(last), y: values[last] ?? NaN };
        })}
      />
    </>
  );
}

function Curve({ treatment, path }: { readonly treatment: Treatment; readonly path: string }) {
  return (
    <g class={`treatment-${treatment}`} {...usePart(treatment)}>
      <path class="curve" d={path} />
    </g>
  );
}

function Level({
  x,
  y,
  value,
  to,
  label,
}: PlotScales & { value: number; to: number; label: string }) {
  return (
    <g class="level" transform={`translate(0 ${y(value)})`}>
      <path d={`M${x(0)} 0H${x(to)}`} />
      <text x={x(to)} y={-4} text-anchor="end">
        {label} {numberText(value, 2)}
      </text>
    </g>
  );
}

const Now = ({ x, y, model, top }: PlotScales & { model: Model; top: number }) => (
  <path class="now" d={`M${x(model.step.value)} ${y(top)}V${y(0)}`} />
);
