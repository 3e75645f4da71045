import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { epsilonText, imageName, meanText, varianceText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Both normalizations in letters; beneath each the statistics it uses, and the variance it leaves the image. */
export function Formulas({ model, t }: Props) {
  return (
    <div class="formulas">
      <Line model={model} t={t} stage="batch" of="c" over="n, h, w" />
      <Line model={model} t={t} stage="instance" of="nc" over="h, w" />
    </div>
  );
}

type LineProps = Props & {
  readonly stage: 'batch' | 'instance';
  /** What a statistic is taken for, and what it is taken over. */
  readonly of: string;
  readonly over: string;
};

function Line({ model, t, stage, of, over }: LineProps) {
  const n = model.current.value;
  const { own, used, left } = model.usedBy(stage, n);
  return (
    <FormulaLine name={t(stage)}>
      <Symbol part={stage}>
        y<sub>nchw</sub>
      </Symbol>{' '}
      = (
      <Symbol part="x">
        x<sub>nchw</sub>
      </Symbol>{' '}
      −{' '}
      <Symbol part="mean">
        μ<sub>{of}</sub>
      </Symbol>
      ) / √(
      <Symbol part="variance">
        σ<sub>{of}</sub>²
      </Symbol>{' '}
      + <Symbol part="epsilon">ε</Symbol>)
      <InNumbers>
        {t('takenOver', { over })} μ = {meanText(used.mean)}, σ² = {varianceText(used.variance)}
      </InNumbers>
      <InNumbers>
        {t('leaves', { image: imageName(t, n) })} {varianceText(own.variance)} / (
        {varianceText(used.variance)} + {epsilonText(model)}) = {varianceText(left)}
      </InNumbers>
    </FormulaLine>
  );
}
