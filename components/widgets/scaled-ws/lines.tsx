import type { ComponentChildren } from 'preact';
import { decimalsFor, numberText, shortNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import { weightsOf } from './filters.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { filterName, offText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** From a filter's weights to its outputs, each line in letters and with the numbers of the current weight. */
export function Lines({ model, t }: Props) {
  const { form, activation } = model.state.answered.value.params;
  const [n, c, h, w] = model.current.value.map((at) => at + 1);
  const count = model.fanIn.value;
  const { mean, deviation, before, after } = model.numbers.value;
  const [meanOfG, , varianceOfG] = model.state.answered.value.result.ofActivation.data;
  const weights = weightsOf(model.tensors.value.before, n - 1);
  const sum = (term: (value: number) => string): string => sumText(weights, term);
  return (
    <div class="lines">
      <p class="panel-title">
        <b>{filterName(t, n - 1)}</b> <small>{t('lines', { c, h, w })}</small>
      </p>
      <FormulaLine name={t('line1')}>
        <Mean /> = <Fraction over="N">1</Fraction> <Sum /> <Weight />
        <InNumbers>
          ({sum(termText)}) / {count} = {digits(mean)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('line2')}>
        <Deviation />² = <Fraction over="N">1</Fraction> <Sum /> (<Weight /> − <Mean />
        )²
        <InNumbers>
          ({sum((value) => `(${termText(value)} − ${signed(mean)})²`)}) / {count} ={' '}
          {digits(deviation ** 2)}
        </InNumbers>
      </FormulaLine>
      {form !== 'plain' && (
        <FormulaLine name={t('line3', { activation: t(`activation.${activation}`) })}>
          <Symbol part="gamma">γ</Symbol> ={' '}
          <Fraction
            over={
              <Root>
                <Up>Var</Up> g(Z)
              </Root>
            }
          >
            1
          </Fraction>
          <InNumbers>
            1 / √{digits(varianceOfG)} = {shortNumber(model.gamma.value)}
          </InNumbers>
          {form === 'deepmind' && <InNumbers>{t('inActivation')}</InNumbers>}
        </FormulaLine>
      )}
      <Standardize model={model} t={t} />
      <FormulaLine name={t('line6')}>
        <Up>E</Up> z = N · <Mean /> · <Up>E</Up> g(Z)
        <InNumbers>
          {count} · {signed(mean)} · {inBrackets(shortNumber(meanOfG))} ={' '}
          {numberText(before.expectedMean, 2)};{' '}
          {t('measured', { value: offText(before.mean, before.meanError) })}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('line7')}>
        <Up>E</Up> ẑ = <Sum /> <Standardized /> · <Up>E</Up> g(Z)
        <InNumbers>
          {shortNumber(after.sum)} · {inBrackets(shortNumber(meanOfG))} ={' '}
          {numberText(after.expectedMean, 2)};{' '}
          {t('measured', { value: offText(after.mean, after.meanError) })}
        </InNumbers>
        <Up>Var</Up> ẑ = <Bars />
        <Symbol part="standardized">ŵ</Symbol>
        <Bars />² · <Up>Var</Up> g(Z)
        <InNumbers>
          {shortNumber(after.length)}² · {digits(varianceOfG)} ={' '}
          {numberText(after.expectedVariance, 2)};{' '}
          {t('measured', { value: offText(after.variance, after.varianceError) })}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}

/** The line that differs from form to form, and what keeps it from a division by 0. */
function Standardize({ model, t }: Props) {
  const { form } = model.state.answered.value.params;
  const { mean, deviation, gain, isFlat } = model.numbers.value;
  const { before, after } = model.values.value;
  const count = model.fanIn.value;
  const variance = digits(deviation ** 2);
  const letters: Readonly<Record<typeof form, ComponentChildren>> = {
    plain: (
      <>
        <Deviation />² + ε
      </>
    ),
    deepmind: (
      <>
        <Up>max</Up>(N <Deviation />
        ², 10⁻⁴)
      </>
    ),
    timm: (
      <>
        N (<Deviation />² + ε)
      </>
    ),
  };
  const inNumbers = {
    plain: `√(${variance} + 10⁻⁶)`,
    deepmind: `√max(${count} · ${variance}, 10⁻⁴)`,
    timm: `√(${count} · (${variance} + 10⁻⁶))`,
  }[form];
  const factors =
    form === 'plain' ? '' : `${shortNumber(model.gamma.value)} · ${termText(gain)} · `;
  return (
    <FormulaLine name={t('line4')}>
      <Standardized /> ={' '}
      {form !== 'plain' && (
        <>
          <Symbol part="gamma">γ</Symbol> <Symbol part="gain">s</Symbol>{' '}
        </>
      )}
      <Fraction over={<Root>{letters[form]}</Root>}>
        <>
          <Weight /> − <Mean />
        </>
      </Fraction>
      <InNumbers>
        {factors}({termText(before)} − {signed(mean)}) / {inNumbers} = {shortNumber(after)}
        {isFlat && ` ${t('zeros')}`}
      </InNumbers>
    </FormulaLine>
  );
}

/** Operators stand upright among letters. */
const Up = ({ children }: { readonly children: string }) => <span class="upright">{children}</span>;

/** Of a length; the serif's stand too far from what is between them. */
const Bars = () => <span class="bars">‖</span>;

const Mean = () => <Symbol part="mean">μ</Symbol>;

const Deviation = () => <Symbol part="deviation">σ</Symbol>;

/** The sum over all that a filter has. */
const Sum = () => (
  <Symbol part="set">
    Σ<sub>c,h,w</sub>
  </Symbol>
);

const Weight = () => (
  <Symbol part="set">
    w<sub>chw</sub>
  </Symbol>
);

const Standardized = () => (
  <Symbol part="standardized">
    ŵ<sub>chw</sub>
  </Symbol>
);

/** Below this, two or three decimals show too little. */
const SMALL = 0.0095;

/** Three decimals; two digits of what these would not show. */
function digits(value: number): string {
  const magnitude = Math.abs(value);
  const isShown = magnitude < 1e-9 || magnitude >= SMALL;
  return isShown ? shortNumber(value) : numberText(value, 1 - Math.floor(Math.log10(magnitude)));
}

/** A number after a sign of arithmetic: in brackets if it has a sign of its own. */
const inBrackets = (text: string): string => (text.startsWith('−') ? `(${text})` : text);

const signed = (value: number): string => inBrackets(digits(value));

/** A weight with the digits that it has, two decimals or as many as it takes. */
function termText(value: number): string {
  const isSmall = Math.abs(value) < SMALL;
  return isSmall ? signed(value) : inBrackets(numberText(value, decimalsFor([value], 2)));
}

/** More weights than this stand in a sum only with its first and its last. */
const MOST_TERMS = 4;

function sumText(values: Float32Array, term: (value: number) => string): string {
  const all = Array.from(values);
  const terms =
    all.length <= MOST_TERMS
      ? all.map(term)
      : [term(all[0]), term(all[1]), '…', term(all[all.length - 1])];
  return terms.join(' + ');
}
