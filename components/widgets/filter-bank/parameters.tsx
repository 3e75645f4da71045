import type { ViewProps } from '#kit/define-widget.ts';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { countText } from './words.ts';

/** k² · C/G · F + F, in letters, with the present numbers and in words, beside a layer without groups. */
export function Parameters({ model, t }: ViewProps<Model, Key>) {
  const counts = model.counts.value;
  const { rows, columns, channels, groups, filters, weights, total } = counts;
  const cells = rows === columns ? `${rows}²` : `${rows}·${columns}`;
  return (
    <div class="parameters">
      <dl>
        <dt>{t('parameters')}</dt>
        <dd>
          <Count cells="k²" channels="C" groups="G" filters="F" letters />
        </dd>
        <dt />
        <dd>
          <Count cells={cells} channels={channels} groups={groups} filters={filters} /> = {weights}{' '}
          + {filters} = <b>{total}</b>
        </dd>
        {groups > 1 && (
          <>
            <dt>{t('ungrouped')}</dt>
            <dd>
              <Count cells={cells} channels={channels} filters={filters} /> ={' '}
              {counts.ungroupedWeights} + {filters} = {counts.ungrouped}
            </dd>
          </>
        )}
      </dl>
      <p>{countText(t, counts)}</p>
    </div>
  );
}

type CountProps = {
  readonly cells: string;
  readonly channels: string | number;
  /** Not given: a layer without groups. */
  readonly groups?: string | number;
  readonly filters: string | number;
  readonly letters?: boolean;
};

function Count({ cells, channels, groups, filters, letters }: CountProps) {
  return (
    <span class={letters ? 'letters' : undefined}>
      <Symbol part="kernel">{cells}</Symbol> · <Symbol part="channels">{channels}</Symbol>
      {groups !== undefined && (
        <>
          /<Symbol part="groups">{groups}</Symbol>
        </>
      )}{' '}
      · <Symbol part="filters">{filters}</Symbol> + <Symbol part="bias">{filters}</Symbol>
    </span>
  );
}
