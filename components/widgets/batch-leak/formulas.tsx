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
          {shortNumber(before.mean)} → <b>{shortNumber(now.mean)}</b>
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
          {shortNumber(before.variance)} → <b>{shortNumber(now.variance)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('output')}>
        <Symbol part="after">y</Symbol> = (<Symbol part="mine">x</Symbol> −{' '}
        <Symbol part="statistics">
          μ<sub>{sub}</sub>
        </Symbol>
        ) / √(
        <Symbol part="statistics">
          σ²<sub>{sub}</sub>
        </Symbol>{' '}
        + ε)
        <InNumbers>
          {t('first')} {outputWith(before, mine.value.before.data[pixel])}
        </InNumbers>
        <InNumbers>
          {t('now')} {outputWith(now, mine.value.after.data[pixel])}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}
