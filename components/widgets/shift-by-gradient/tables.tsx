import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { finalLoss } from '#lab/outcome.ts';
import { at, type Model, type Quantity, type Run } from './model.ts';
import type { Key } from './strings.ts';
import { angleText, cosineText, digits, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What is pointed at: where its numbers come from. */
export function PlaceTable({ model, t }: Props) {
  const of = ({ shift }: Run, quantity: Quantity): number => at(shift[quantity], model.shown.value);
  const rows: readonly RowProps[] = [
    { part: 'length', name: t('length'), of: (run) => digits(of(run, 'lengths')) },
    { part: 'shifted', name: t('shiftedLength'), of: (run) => digits(of(run, 'shiftedLengths')) },
    { part: 'distance', name: t('distance'), of: (run) => digits(of(run, 'distances')) },
    {
      part: 'relative',
      name: t('relative'),
      of: (run) => digits(of(run, 'relative')),
    },
    { part: 'cosine', name: t('cosine'), of: (run) => angled(of(run, 'cosines'), t) },
  ];
  return <Table model={model} t={t} caption={t('pointed', valuesOf(model, t))} rows={rows} />;
}

/** All layers and measured steps. */
export function RunTable({ model, t }: Props) {
  const rows: readonly RowProps[] = [
    { part: 'length', name: t('length'), of: ({ typical }) => digits(typical.lengths) },
    { part: 'distance', name: t('distance'), of: ({ typical }) => digits(typical.distances) },
    { part: 'relative', name: t('relative'), of: ({ typical }) => digits(typical.relative) },
    { part: 'cosine', name: t('cosine'), of: ({ typical }) => angled(typical.cosines, t) },
    { part: 'final', name: t('final'), of: ({ losses }) => digits(finalLoss(losses)) },
  ];
  return <Table model={model} t={t} caption={t('medians')} rows={rows} />;
}

const angled = (cosine: number, t: Props['t']): string =>
  Number.isFinite(cosine)
    ? t('angled', { cosine: cosineText(cosine), angle: angleText(cosine) })
    : '–';

type RowProps = {
  readonly part: string;
  readonly name: string;
  readonly of: (run: Run) => string;
};

type TableProps = Props & { readonly caption: string; readonly rows: readonly RowProps[] };

function Table({ model, t, caption, rows }: TableProps) {
  return (
    <table class="number-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {model.runs.value.map(({ treatment }) => (
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
            {model.runs.value.map((run) => {
              const text = of(run);
              return <td key={run.treatment}>{text === 'NaN' ? '–' : text}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
