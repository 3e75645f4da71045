import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { factorName, type Kind } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { meanSquare, shareOf, terms, type Block, type Moments, type Term } from './terms.ts';
import { lawShareText, lawValueText, partText, valueText } from './words.ts';

type Props = ViewProps<Model, Key>;

type Quantity = {
  readonly name: 'variance' | 'squaredMean' | 'meanSquare';
  readonly of: (moments: Moments) => number;
};

const quantities: readonly Quantity[] = [
  { name: 'variance', of: ({ variance }) => variance },
  { name: 'squaredMean', of: ({ squaredMean }) => squaredMean },
  { name: 'meanSquare', of: meanSquare },
];

/** What one block adds up, in numbers: a table that adds up along its rows and down its columns. */
export function Ledger({ model, t }: Props) {
  const block = model.block.value;
  const { kind } = model.params.value;
  const measured = model.measured.value.blocks[block - 1];
  const law = model.law.value.blocks[block - 1];
  return (
    <table class="number-table ledger">
      <caption>{t('ledger', { block })}</caption>
      <thead>
        <tr>
          <td />
          {terms.map((term) => (
            <Head key={term} {...{ t, term, kind, block }} />
          ))}
        </tr>
      </thead>
      <tbody>
        {quantities.map((quantity) => (
          <Row key={quantity.name} {...{ t, quantity, measured, law }} />
        ))}
        <tr class="shares">
          <th scope="row">
            {t('share')}
            <small>{t('inTheory')}</small>
          </th>
          {terms.map((term) => (
            <td key={term}>
              {partText(shareOf(measured, term))}
              <small>
                {term === 'branch'
                  ? lawShareText(kind, shareOf(law, term))
                  : partText(shareOf(law, term))}
              </small>
            </td>
          ))}
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={terms.length + 1}>{t('ledgerNote')}</td>
        </tr>
      </tfoot>
    </table>
  );
}

type HeadProps = {
  readonly t: Props['t'];
  readonly term: Term;
  readonly kind: Kind;
  readonly block: number;
};

/** A term of the block's equation, over its column. */
function Head({ t, term, kind, block }: HeadProps) {
  const signs: Partial<Record<Term, string>> = { branch: '+ ', shared: '+ ', after: '= ' };
  return (
    <th scope="col" class={`of-${term}`} {...usePart(term)}>
      <span class="letters">
        <i class="sign">{signs[term]}</i>
        {letters(term, kind, block)}
      </span>
      <small>{t(`term.${term}`, { block })}</small>
    </th>
  );
}

function letters(term: Term, kind: Kind, block: number): ComponentChildren {
  const x = (
    <>
      x<sub>{block - 1}</sub>
    </>
  );
  const half = kind === 'halved' ? '/ √2' : '';
  switch (term) {
    case 'skip':
      return [x, ' ', half];
    case 'branch':
      return [branchLetters(kind, x, block), ' ', half];
    case 'shared':
      return '2 x f';
    case 'after':
      return (
        <>
          x<sub>{block}</sub>
        </>
      );
  }
}

function branchLetters(kind: Kind, x: ComponentChildren, block: number): ComponentChildren {
  const g = <span class="upright">ReLU</span>;
  const bn = <span class="upright">BN</span>;
  const factor = factorName(kind);
  switch (kind) {
    case 'batch':
      return ['W ', g, '(', bn, '(', x, '))'];
    case 'batch-last':
      return ['W ', bn, '(', g, '(', x, '))'];
    case 'free':
      return [
        <Symbol part="factor">α</Symbol>,
        ' Ŵ γ ',
        g,
        '(',
        x,
        ' / β',
        <sub>{block - 1}</sub>,
        ')',
      ];
    default:
      return [factor && <Symbol part="factor">s </Symbol>, 'W ', g, '(', x, ')'];
  }
}

type RowProps = {
  readonly t: Props['t'];
  readonly quantity: Quantity;
  readonly measured: Block;
  readonly law: Block;
};

function Row({ t, quantity: { name, of }, measured, law }: RowProps) {
  return (
    <tr class={name} {...usePart(name)}>
      <th scope="row">
        {t(name)}
        <small>{t('inTheory')}</small>
      </th>
      {terms.map((term) => (
        <td key={term}>
          {valueText(of(measured[term]))}
          <small>{lawValueText(of(law[term]))}</small>
        </td>
      ))}
    </tr>
  );
}
