import { numberText, shortNumber, signedNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** What is done to each number so far, with those of the one that is pointed at; and that it is a straight line. */
export function Formula({ model, t }: Props) {
  const { slope, intercept } = model.line.value;
  const { gamma, beta } = model.state.answered.value.params;
  const { mean, variance } = model.before.value;
  const stage = model.stage.value;
  const x = model.first.value.before.data[model.current.value];
  const after = model.first.value.after.data[model.current.value];
  const [centred, divided, affine] = [
    stage !== 'x',
    stage === 'normalized' || stage === 'y',
    stage === 'y',
  ];
  const numerator = centred ? `(${shortNumber(x)} − ${signedNumber(mean)})` : shortNumber(x);
  return (
    <div class="formulas">
      <FormulaLine name={t('done')}>
        <Symbol part="y">{t(`letters.${stage}`)}</Symbol> ={' '}
        {affine && (
          <>
            <Symbol part="gamma">γ</Symbol> ·{' '}
          </>
        )}
        {divided ? (
          <Fraction
            over={
              <Root>
                <Symbol part="deviation">σ²</Symbol> + ε
              </Root>
            }
          >
            <Symbol part="x">x</Symbol> − <Symbol part="mean">μ</Symbol>
          </Fraction>
        ) : (
          <>
            <Symbol part="x">x</Symbol>
            {centred && (
              <>
                {' '}
                − <Symbol part="mean">μ</Symbol>
              </>
            )}
          </>
        )}
        {affine && (
          <>
            {' '}
            + <Symbol part="beta">β</Symbol>
          </>
        )}
        <InNumbers>
          {affine && `${signedNumber(gamma)} · `}
          {numerator}
          {divided && ` / √(${shortNumber(variance)} + 10⁻⁵)`}
          {affine && ` + ${signedNumber(beta)}`} = {shortNumber(after)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('line')}>
        {t(`letters.${stage}`)} = a<Symbol part="x">x</Symbol> + b
        <InNumbers>
          {t('lineIs', { slope: numberText(slope, 3), intercept: numberText(intercept, 3) })}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}
