import { lineThrough } from '#charts/curve.ts';
import { EndLabels } from '#charts/end-labels.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Plot, type PlotAxis } from '#charts/plot.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { drawn, lossAxis, ROOM } from './axes.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { isPartlyLost, rateText } from './words.ts';

type Props = ViewProps<Model, Key>;

type Curve = {
  readonly name: string;
  /** Classes of the hue and of the weight. */
  readonly look: string;
  readonly row: number;
  readonly course: Float32Array;
};

/** The pointed-out run on its way, of both networks; thin, the best run of every other batch size. */
function curvesOf({ model, t }: Props): readonly Curve[] {
  const place = model.place.value;
  const own = model.sides.value.find(({ kind }) => kind === model.kind.value);
  const thin = model.sizes.value.flatMap((size, row) => {
    const column = own?.best.loss[row];
    if (!own || column === undefined || row === place.row) return [];
    const { course } = own.cells[row][column];
    return [{ name: `B = ${size}`, look: `treatment-${own.kind} thin`, row, course }];
  });
  const bold = model.sides.value.map(({ kind, cells }) => {
    const cell = cells[place.row][place.column];
    const name = t(kind) + (isPartlyLost(cell) ? t('isLost') : '');
    return { name, look: `treatment-${kind} bold`, row: place.row, course: cell.course };
  });
  return [...thin, ...bold];
}

export function CoursePlot(props: Props) {
  const { model, t } = props;
  const curves = curvesOf(props);
  const along = model.along.value;
  const values = { size: model.size.value, rate: rateText(model.rate.value) };
  const axis = lossAxis(curves.flatMap(({ course }) => Array.from(course.filter(Number.isFinite))));
  /** Where an epoch ends: in steps, that depends on the size of a batch. */
  const endOf = (row: number, epoch: number): number =>
    (epoch + 1) * (along === 'steps' ? model.stepsPerEpoch(row) : 1);
  const placesOf = ({ row, course }: Curve) =>
    Array.from(course, (loss, epoch) => [endOf(row, epoch), drawn(loss, axis)] as const);
  const labels = curves.map((curve) => {
    const [x, y] = placesOf(curve).findLast(([, loss]) => Number.isFinite(loss)) ?? [NaN, NaN];
    return { name: curve.name, hue: curve.look, x, y };
  });
  return (
    <section {...usePart('course')}>
      <PanelTitle name={t('course')} note={t('courseNote', values)} />
      <Plot
        x={{ ...extentOf(model), label: t(`along.${along}`), ticks: 5 }}
        y={{ ...axis, label: '' }}
        ratio={0.66}
        right={ROOM}
        label={t('courseText', values)}
      >
        {(scales) => (
          <>
            {curves.map((curve) => (
              <g key={curve.look + curve.name} class={curve.look}>
                <path
                  class="curve"
                  d={lineThrough(placesOf(curve).map(([x, y]) => [scales.x(x), scales.y(y)]))}
                />
              </g>
            ))}
            <EndLabels {...scales} labels={labels} />
          </>
        )}
      </Plot>
    </section>
  );
}

/** From the end of the first epoch to that of the last; in steps, of all batch sizes. */
function extentOf(model: Model): Pick<PlotAxis, 'from' | 'to' | 'logarithmic'> {
  const { epochs } = model.params.value;
  if (model.along.value === 'epochs') return { from: 1, to: Math.max(epochs, 2) };
  const perEpoch = model.sizes.value.map((_, row) => model.stepsPerEpoch(row));
  return {
    from: Math.min(...perEpoch),
    to: Math.max(epochs * Math.max(...perEpoch), 2),
    logarithmic: true,
  };
}
