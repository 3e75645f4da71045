import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { PanelTitle } from '#charts/panel-title.tsx';
import { Symbol } from '#kit/symbol.tsx';
import { isBeyond, isShortened, type Measured, type Model, type Pair } from './model.ts';
import type { Key } from './strings.ts';
import { epsilonText, percentText, shortText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Shorter gradients count as so long where they are divided by; as in compute's operation. */
const LEAST = 1e-6;

/** Where the numbers of the unit that is spoken of come from. */
export function Formulas({ model, t }: Props) {
  const { current, whole, params } = model;
  const unit = current.value;
  const { lambda, epsilon, unit: clipped, rate, limit } = params.value;
  const isRow = clipped === 'row';
  /** What is clipped by itself. */
  const one: Measured = isRow ? unit : whole.value;
  const sign = isBeyond(one.ratio, lambda) ? '>' : '≤';
  const divisor = Math.max(one.gradientNorm, LEAST);
  const length = unit.gradientNorm * unit.adaptive;
  return (
    <div class="formulas">
      <PanelTitle name={t('formulas', { index: unit.index + 1 })} />
      <FormulaLine name={t('formula.star')}>
        <W /> = <Plain>max(</Plain>
        <Norm>W</Norm>, <Symbol part="epsilon">ε</Symbol>
        <Plain>)</Plain>
        <InNumbers>
          max({isRow ? rootText(unit.weight) : shortText(one.weightNorm)}, {epsilonText(epsilon)}) ={' '}
          <b>{shortText(one.star)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('formula.ratio')}>
        <Fraction over={<W />}>
          <G />
        </Fraction>
        <InNumbers>
          {isRow ? rootText(unit.gradient) : shortText(one.gradientNorm)} / {shortText(one.star)} ={' '}
          <b>{shortText(one.ratio)}</b> {sign} λ = {shortText(lambda)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('formula.adaptive')}>
        <Symbol part="adaptive">G′</Symbol> ={' '}
        <Fraction over={<G />}>
          <Symbol part="limit">
            <Symbol part="lambda">λ</Symbol> <W />
          </Symbol>
        </Fraction>{' '}
        G <small>{t('else')}</small>
        <InNumbers>
          {isShortened(one.adaptive) ? (
            <>
              {shortText(lambda)} · {shortText(one.star)} / {shortText(divisor)} ={' '}
              {shortText(unit.adaptive)}
              <br />
              {shortText(unit.adaptive)} · {pairText(unit.gradient)} ={' '}
              <b>{pairText(scaled(unit.gradient, unit.adaptive))}</b>
            </>
          ) : (
            <>
              G′ = G = <b>{pairText(unit.gradient)}</b>
            </>
          )}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('formula.global')}>
        <Symbol part="global">G″</Symbol> = <Plain>min(1,</Plain>{' '}
        <Fraction
          over={
            <Root>
              Σ<Norm>G</Norm>²
            </Root>
          }
        >
          <Symbol part="threshold">c</Symbol>
        </Fraction>
        <Plain>)</Plain> G
        <InNumbers>
          min(1, {shortText(limit)} / {shortText(whole.value.gradientNorm)}) ={' '}
          {shortText(unit.global)}
          <br />
          {shortText(unit.global)} · {pairText(unit.gradient)} ={' '}
          <b>{pairText(scaled(unit.gradient, unit.global))}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('formula.step')}>
        <Symbol part="rate">h</Symbol>{' '}
        <Fraction over={<W />}>
          <Symbol part="adaptive">
            <Norm>G′</Norm>
          </Symbol>
        </Fraction>
        <InNumbers>
          {length > 0 && `${shortText(rate)} · ${shortText(length)} / ${shortText(unit.star)} = `}
          <b>{percentText(length === 0 ? 0 : (rate * length) / unit.star)}</b>
        </InNumbers>
      </FormulaLine>
      <p class="remark">
        {t(isRow ? 'momentum' : 'momentumWhole', { bound: percentText(lambda * rate) })}
      </p>
      <p class="remark">{t('unitsNote')}</p>
    </div>
  );
}

/** The bars stand upright; letters between them do not. */
const Norm = ({ children }: { readonly children: ComponentChildren }) => (
  <>
    <span class="norm">‖</span>
    {children}
    <span class="norm">‖</span>
  </>
);

const W = () => (
  <Symbol part="star">
    <Norm>W</Norm>*
  </Symbol>
);

const G = () => (
  <Symbol part="gradients">
    <Norm>G</Norm>
  </Symbol>
);

/** Upright, as signs and words are. */
const Plain = ({ children }: { readonly children: string }) => (
  <span class="upright">{children}</span>
);

const rootText = (pair: Pair): string => `√(${pair.map(squareText).join(' + ')})`;

/** A square: in brackets what has a sign or a power of its own. */
function squareText(value: number): string {
  const text = shortText(value);
  return /^[\d.]+$/.test(text) ? `${text}²` : `(${text})²`;
}

const pairText = ([x, y]: Pair): string => `(${shortText(x)}, ${shortText(y)})`;

const scaled = ([x, y]: Pair, factor: number): Pair => [x * factor, y * factor];
