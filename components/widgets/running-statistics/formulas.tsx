import { shortNumber, signedNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** Both running statistics at the present batch, and one pixel in both modes, with their numbers. */
export function Formulas({ model, t }: Props) {
  const { epsilon } = model.params.value;
  const mean = model.numbers('mean');
  const variance = model.numbers('variance');
  const { x, trained, evaluated } = model.images.value;
  const { factor, summand } = model.folded.value;
  const pixel = model.pixel.value;
  const ε = epsilon === '0.001' ? '10⁻³' : '10⁻⁵';
  return (
    <div class="formulas">
      <FormulaLine name={t('runningMean')}>
        <Running /> ← <Old model={model} /> · <Running /> + <New model={model} /> ·{' '}
        <Symbol part="batch">
          μ<sub>B</sub>
        </Symbol>
        <InNumbers>
          {old(model)} · {signedNumber(mean.before)} + {fresh(model)} · {signedNumber(mean.batch)} ={' '}
          <b>{shortNumber(mean.after)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('runningVariance')}>
        <Running squared /> ← <Old model={model} /> · <Running squared /> + <New model={model} /> ·{' '}
        {model.params.value.unbiased && <>m / (m − 1) · </>}
        <Symbol part="batch">
          σ²<sub>B</sub>
        </Symbol>
        <InNumbers>
          {old(model)} · {shortNumber(variance.before)} + {fresh(model)} ·{' '}
          {model.params.value.unbiased && `${model.values.value} / ${model.values.value - 1} · `}
          {shortNumber(variance.batch)} = <b>{shortNumber(variance.after)}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('trained')}>
        <Symbol part="training">y</Symbol> = (<Symbol part="image">x</Symbol> −{' '}
        <Symbol part="batch">
          μ<sub>B</sub>
        </Symbol>
        ) / √(
        <Symbol part="batch">
          σ²<sub>B</sub>
        </Symbol>{' '}
        + ε)
        <InNumbers>
          ({shortNumber(x.data[pixel])} − {signedNumber(mean.batch)}) / √(
          {shortNumber(variance.batch)} + {ε}) = <b>{shortNumber(trained.data[pixel])}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('evaluated')}>
        <Symbol part="evaluation">y</Symbol> = (<Symbol part="image">x</Symbol> − <Running />) / √(
        <Running squared /> + ε)
        <InNumbers>
          ({shortNumber(x.data[pixel])} − {signedNumber(mean.after)}) / √(
          {shortNumber(variance.after)} + {ε}) = <b>{shortNumber(evaluated.data[pixel])}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('folded')}>
        <Symbol part="evaluation">y</Symbol> = a · <Symbol part="image">x</Symbol> + b
        <InNumbers>
          {shortNumber(factor)} · {signedNumber(x.data[pixel])} + {signedNumber(summand)} ={' '}
          <b>{shortNumber(evaluated.data[pixel])}</b>
        </InNumbers>
      </FormulaLine>
    </div>
  );
}

const Running = ({ squared = false }: { readonly squared?: boolean }) => (
  <Symbol part="running">
    {squared ? 'σ²' : 'μ'}
    <sub>run</sub>
  </Symbol>
);

type OfModel = { readonly model: Model };

const isPytorch = ({ params }: Model): boolean => params.value.convention === 'pytorch';

const momentum = <>α</>;

/** The factor of what was there. */
const Old = ({ model }: OfModel) => (
  <Symbol part="momentum">{isPytorch(model) ? <>(1 − {momentum})</> : momentum}</Symbol>
);

/** The factor of the new batch. */
const New = ({ model }: OfModel) => (
  <Symbol part="momentum">{isPytorch(model) ? momentum : <>(1 − {momentum})</>}</Symbol>
);

const old = ({ share }: Model): string => shortNumber(1 - share.value);
const fresh = ({ share }: Model): string => shortNumber(share.value);
