import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model, Network } from './model.ts';
import type { Key } from './strings.ts';
import { percent, valueText } from './words.ts';

type Props = ViewProps<Model, Key>;

type Row = {
  readonly part: string;
  readonly name: string;
  readonly of: (network: Network) => string;
};

/** All networks at the block that is looked at. */
export function BlockTable({ model, t }: Props) {
  const block = model.block.value;
  const rows: readonly Row[] = [
    {
      part: 'squaredMean',
      name: t('squaredMean'),
      of: ({ curves }) => valueText(curves.squaredMean[block]),
    },
    {
      part: 'variance',
      name: t('variance'),
      of: ({ curves }) => valueText(curves.variance[block]),
    },
    {
      part: 'meanSquare',
      name: t('meanSquare'),
      of: ({ curves }) => valueText(curves.squaredMean[block] + curves.variance[block]),
    },
    {
      part: 'theory',
      name: t('theory'),
      of: ({ meanSquares }) => (meanSquares ? valueText(meanSquares[block]) : '–'),
    },
    {
      part: 'branch',
      name: t('branch'),
      of: ({ curves }) => (block > 0 ? valueText(curves.branch[block]) : '–'),
    },
  ];
  return (
    <table class="at-block">
      <caption>{block > 0 ? t('afterBlock', { block }) : t('atInput')}</caption>
      <thead>
        <tr>
          <td />
          {model.networks.value.map(({ kind }, index) => (
            <th key={index} scope="col" class={`kind-${kind}`}>
              {t(`kind.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.part} {...row} networks={model.networks.value} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={model.networks.value.length + 1}>{t('alphaAdds')}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function TableRow({ part, name, of, networks }: Row & { readonly networks: readonly Network[] }) {
  return (
    <tr {...usePart(part)}>
      <th scope="row">{name}</th>
      {networks.map((network, index) => (
        <td key={index}>{of(network)}</td>
      ))}
    </tr>
  );
}

/** β of every block, and what was measured where it divides. */
export function BetaTable({ model, t }: Props) {
  const free = model.free.value;
  const part = usePart('beta');
  if (!free) return null;
  const { variances, betas } = model.prediction.value;
  return (
    <details class="betas" {...part}>
      <summary>{t('betaTable')}</summary>
      <div class="scrolls" role="region" aria-label={t('betaTable')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['block', 'beta', 'expected', 'measured', 'apart'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {betas.map((beta, block) => {
              const measured = free.curves.variance[block];
              return (
                <tr key={block} class={block === model.block.value ? 'shown' : ''}>
                  <th scope="row">{block + 1}</th>
                  <td>{beta.toFixed(4)}</td>
                  <td>{valueText(variances[block])}</td>
                  <td>{valueText(measured)}</td>
                  <td>{percent(measured / variances[block] - 1)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
