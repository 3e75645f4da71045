import { shortNumber, signedNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { PIXELS } from './data.ts';

/** Where μ and σ² come from, and one pixel of my output before the change and now. */
export function Formulas({ model, t }: ViewProps<Model, Key>) {
  const { mode, x } = model.params.value;
  const { before, now } = model.statistics.value;
  const { mine } = model;
  const pixel = model.pixel.value;
  const inTraining = mode === 'training';
  const sub = inTraining ? 'B' : 'run';
  const outputWith = ({ mean, variance }: typeof now, y: number) => (
    <>
      ({shortNumber(mine.value.x.data[pixel])} − {signedNumber(mean)}) / √({shortNumber(variance)} +
      10⁻⁵) = <b>{shortNumber(y)}</b>
    </>
  );
  return (
    <div class="formulas">
      <FormulaLine name={t('mean')}>
        <Symbol part="statistics">
          μ<sub>{sub}</sub>
        </Symbol>{' '}
        {inTraining && (
          <>
            = Σ <Symbol part="batch">x</Symbol> / {x.shape[0] * PIXELS}
          </>
        )}
        <InNumbers>
          {t('first')} {shortNumber(before.mean)}, {t('now')} <b>{shortNumber(now.mean)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('variance')}>
        <Symbol part="statistics">
          σ²<sub>{sub}</sub>
        </Symbol>{' '}
        {inTraining && (
          <>
            = Σ (<Symbol part="batch">x</Symbol> − μ<sub>B</sub>)² / {x.shape[0] * PIXELS}
          </>
        )}
        <InNumbers>
          {t('first')} {shortNumber(before.variance)}, {t('now')} <b>{shortNumber(now.variance)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('before')}>
        <Symbol part="before">y</Symbol> = (<Symbol part="mine">x</Symbol> −{' '}
        <Symbol part="statistics">
          μ<sub>{sub}</sub>
        </Symbol>
        ) / √(
        <Symbol part="statistics">
          σ²<sub>{sub}</sub>
        </Symbol>{' '}
        + ε)
        <InNumbers>{outputWith(before, mine.value.before.data[pixel])}</InNumbers>
      </FormulaLine>
      <FormulaLine name={t('after')}>
        <Symbol part="after">y</Symbol>
        <InNumbers>{outputWith(now, mine.value.after.data[pixel])}</InNumbers>
      </FormulaLine>
    </div>
  );
}
