import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { finalLoss } from '#lab/outcome.ts';
import { predictedAt, type Line, type Model, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { digits, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The place that is pointed out: where every number of it comes from. */
export function PointTable({ model, t }: Props) {
  const point = model.point.value;
  const stepSize = model.multiples.value[point] * model.params.value.rate;
  const rows: readonly RowProps<Line>[] = [
    { part: 'start', name: t('start'), of: ({ loss }) => digits(loss) },
    { part: 'length', name: t('length'), of: ({ length }) => digits(length) },
    {
      part: 'tangent',
      name: t('predicted'),
      of: (line) => digits(predictedAt(line, stepSize)),
    },
    { part: 'loss', name: t('met'), of: ({ losses }) => digits(losses[point]) },
    { part: 'change', name: t('changed'), of: ({ changes }) => digits(changes[point]) },
    {
      part: 'ratio',
      name: t('perDistance'),
      of: ({ changes, length, ratios }) =>
        `${digits(changes[point])} / (${digits(stepSize)} · ${digits(length)}) = ${digits(ratios[point])}`,
    },
  ];
  const columns = model.runs.value.map(({ treatment, lines }) => ({
    treatment,
    given: lines[model.look.value],
  }));
  return <Table t={t} caption={t('pointed', valuesOf(model))} rows={rows} columns={columns} />;
}

/** The run as a whole. */
export function RunTable({ model, t }: Props) {
  const rows: readonly RowProps<Run>[] = [
    { part: 'loss', name: t('range'), of: ({ typical }) => digits(typical.loss) },
    { part: 'change', name: t('mostChange'), of: ({ typical }) => digits(typical.change) },
    { part: 'ratio', name: t('beta'), of: ({ typical }) => digits(typical.ratio) },
    { part: 'final', name: t('final'), of: (run) => digits(finalLoss(run.losses)) },
  ];
  const columns = model.runs.value.map((run) => ({ treatment: run.treatment, given: run }));
  const count = Math.max(...model.runs.value.map(({ lines }) => lines.length));
  return <Table t={t} caption={t('medians', { count })} rows={rows} columns={columns} />;
}

type RowProps<G> = {
  readonly part: string;
  readonly name: string;
  readonly of: (given: G) => string;
};

type TableProps<G> = Pick<Props, 't'> & {
  readonly caption: string;
  readonly rows: readonly RowProps<G>[];
  readonly columns: readonly { readonly treatment: Run['treatment']; readonly given?: G }[];
};

function Table<G>({ t, caption, rows, columns }: TableProps<G>) {
  return (
    <table class="number-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ treatment }) => (
            <th key={treatment} scope="col" class={`treatment-${treatment}`}>
              {t(treatment)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, name, of }) => (
          <tr key={name} {...usePart(part)}>
            <th scope="row">{name}</th>
            {columns.map(({ treatment, given }) => (
              <td key={treatment}>{given === undefined ? '–' : of(given)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
