import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { lengthText, preciseText, valuesOf } from './words.ts';

/** The tangent in letters and numbers, and the step that it would choose to lower the output by 0.1. */
export function FirstOrder({ model, t }: ViewProps<Model, Key>) {
  const { before, promised } = model.wholeOutcome.value;
  const tenth = model.tenth.value;
  return (
    <div class="first-order">
      <FormulaLine name={t('tangent')}>
        <Symbol part="output">ŷ</Symbol> − <Symbol part="epsilon">ε</Symbol>{' '}
        <Symbol part="slope">
          g<sup>T</sup>g
        </Symbol>
        <InNumbers>
          {preciseText(before)} − {lengthText(model.epsilon.value)} ·{' '}
          {preciseText(model.squaredNorm.value)} = {preciseText(promised)}
        </InNumbers>
      </FormulaLine>
      <p class="tenth" {...usePart('tenth')}>
        {tenth ? (
          <>
            {t('tenth', valuesOf(model))}{' '}
            <button type="button" onClick={() => model.setEpsilon(tenth.length)}>
              {t('takeTenth')}
            </button>
          </>
        ) : (
          t('noTenth')
        )}
      </p>
    </div>
  );
}
