import { numberText, powerText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { quantities, type Quantity } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { hueOf, orderName, theoryOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What was measured after the layer that is looked at, beside theory. */
export function LayerTable({ model, t }: Props) {
  const { layer } = model.looked.value;
  const networks = model.networks.value;
  return (
    <div class="numbers">
      <table class="number-table">
        <caption>{t('afterLayer', { layer })}</caption>
        <thead>
          <tr>
            <td />
            {networks.map(({ side, order }) => (
              <th key={side} scope="colgroup" colSpan={2} class={hueOf(side)}>
                {orderName(t, order)}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {networks.flatMap(({ side }) =>
              (['found', 'theory'] as const).map((name) => (
                <th key={`${side} ${name}`} scope="col">
                  {t(name)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {quantities.map((quantity) => (
            <Row key={quantity} {...{ model, t, quantity }} />
          ))}
        </tbody>
      </table>
      <p class="remark">{t('bound', { width: model.params.value.width })}</p>
    </div>
  );
}

function Row({ model, t, quantity }: Props & { readonly quantity: Quantity }) {
  const { layer } = model.looked.value;
  return (
    <tr {...usePart(quantity)}>
      <th scope="row">{t(`row.${quantity}`)}</th>
      {model.networks.value.flatMap((network) => [
        <td key={network.side}>{valueText(network.curves[quantity][layer])}</td>,
        <td key={`${network.side} theory`}>{valueText(theoryOf(network, quantity)[layer])}</td>,
      ])}
    </tr>
  );
}

/** Three decimals, a few digits of what is large, and a dash for what is not known. */
function valueText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1e4 ? powerText(value, 1) : numberText(value, value >= 100 ? 0 : 3);
}
