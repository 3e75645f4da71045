import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { gainText, isCentred } from './words.ts';

type Props = ViewProps<Model, Key>;

const fifth = (value: number): string => numberText(value, 5);

/** γ from the variance, He's gain from the mean square, each with its numbers, and what either does. */
export function Formulas({ model, t }: Props) {
  const { name, mean, variance, gamma, he } = model.exact.value;
  return (
    <div class="formulas">
      <FormulaLine name={t('formula.gamma')}>
        <Symbol part="gamma">γ</Symbol> ={' '}
        <Fraction
          over={
            <Root>
              <Symbol part="variance">σ²</Symbol>
            </Root>
          }
        >
          {1}
        </Fraction>
        <InNumbers>
          1 / √{fifth(variance)} = {gainText(gamma)}
        </InNumbers>
      </FormulaLine>
      {name === 'relu' && <ClosedForm t={t} />}
      <FormulaLine name={t('formula.he')}>
        <Fraction
          over={
            <Root>
              <Symbol part="variance">σ²</Symbol> + <Symbol part="mean">μ</Symbol>²
            </Root>
          }
        >
          {1}
        </Fraction>
        <InNumbers>
          1 / √({fifth(variance)} + {fifth(mean ** 2)}) = {gainText(he)}
        </InNumbers>
      </FormulaLine>
      <p>{t(isCentred(model.exact.value) ? 'he.same' : 'he.apart')}</p>
    </div>
  );
}

/** In float64, which holds more digits than the figure. */
function ClosedForm({ t }: { readonly t: Props['t'] }) {
  const root = Math.sqrt(1 - 1 / Math.PI);
  return (
    <FormulaLine name={t('formula.closed')}>
      <Symbol part="gamma">γ</Symbol> ={' '}
      <Fraction
        over={
          <Root>
            1 − <Fraction over="π">{1}</Fraction>
          </Root>
        }
      >
        <Root>2</Root>
      </Fraction>
      <InNumbers>
        {fifth(Math.SQRT2)} / {fifth(root)} = {numberText(Math.SQRT2 / root, 10)}
      </InNumbers>
    </FormulaLine>
  );
}
