import { numberText } from '#charts/number-text.ts';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import { channels } from './params.ts';
import type { Key } from './strings.ts';
import { addendOf, equality, mapDecimals, productsOf, valuesOf, type Addend } from './words.ts';

type SumProps = ViewProps<Model, Key>;

/** The bias as the fourth thing that is added, under the three partial maps. */
export function BiasAddend({ model, t }: SumProps) {
  const { bias } = model.state.answered.value.params;
  const { sign, text } = addendOf(bias, mapDecimals(model), false);
  return (
    <p class="bias-addend" {...usePart('bias')}>
      <span class="sign">{sign}</span>
      <span>
        {text} <small>{t('bias')}</small>
      </span>
    </p>
  );
}

/** What the channels and the bias add to the current cell, and their sum. */
export function Sum({ model, t }: SumProps) {
  const { bias } = model.state.answered.value.params;
  const decimals = mapDecimals(model);
  const values = [...model.addends.value, bias];
  const sum = model.sum.value;
  return (
    <p class="sum">
      {[...channels, 'bias' as const].map((name, index) => (
        <Addition
          key={name}
          name={name}
          label={t(name)}
          addend={addendOf(values[index], decimals, index === 0)}
        />
      ))}
      <span class="total">
        {equality(values, sum, decimals)} <b>{numberText(sum, decimals)}</b>
      </span>
    </p>
  );
}

type AdditionProps = { readonly name: string; readonly label: string; readonly addend: Addend };

function Addition({ name, label, addend: { sign, text } }: AdditionProps) {
  return (
    <span class={`addend ${name}`} {...usePart(name)}>
      {sign && `${sign} `}
      <span>
        {text}
        <small>{label}</small>
      </span>
    </span>
  );
}

/** What the pointed channel's cell is the sum of; how to ask, where none is pointed at. */
export function Products({ model, t }: SumProps) {
  const { lit } = useWidget();
  const channel = channels.findIndex((name) => name === lit.value);
  if (channel < 0) {
    return (
      <p class="rgb-filter-line hint" data-no-export>
        {t('hint')}
      </p>
    );
  }
  const { row, column } = model.current.value;
  const { terms, equals, sum } = productsOf(model, channel);
  const pointed = model.pointedWeight.value;
  const tap = pointed?.channel === channel ? pointed.tap : undefined;
  const place = { colour: t(channels[channel]), row: row + 1, column: column + 1 };
  return (
    <p class="rgb-filter-line">
      {t('productsAt', place)}{' '}
      {terms.map(({ sign, text, index }) => (
        <span key={index} data-pointed={index === tap ? '' : undefined}>
          {sign} {text}{' '}
        </span>
      ))}
      {terms.length === 0 ? t('noWeights') : `${equals} ${sum}`}
    </p>
  );
}

/** How many numbers the filter has, how many channels come out, and that the parts add up. */
export function Count({ model, t }: SumProps) {
  const values = valuesOf(model);
  const { computedBy } = model.state.answered.value;
  return (
    <>
      <p class="rgb-filter-line count">
        <Symbol part="kernel">{t('weightCount', values)}</Symbol>
        <span>+</span>
        <Symbol part="bias">{t('oneBias')}</Symbol>
        <span>→</span>
        <Symbol part="output">{t('oneChannel')}</Symbol>
      </p>
      <p class="rgb-filter-line" {...usePart('partial')}>
        {t(computedBy ? 'addsWithin' : 'adds', values)}
      </p>
    </>
  );
}
