import { shortNumber, signedNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import { valueAt } from '#nd/maps.ts';
import type { Affine, Model } from './model.ts';
import { isElementwise, type NormName } from './sets.ts';
import type { Key } from './strings.ts';

type Props = ViewProps<Model, Key>;

/** What a statistic is taken for, and what is summed over: the letters of the axes. */
const letters: Readonly<Record<Exclude<NormName, 'none'>, { of: string; over: string }>> = {
  batch: { of: 'c', over: 'n, h, w' },
  layer: { of: 'n', over: 'c, h, w' },
  instance: { of: 'nc', over: 'h, w' },
  group: { of: 'ng', over: 'c ∈ g, h, w' },
  rms: { of: 'n', over: 'c, h, w' },
};

/** μ, σ and y in letters, and beneath them with the numbers of the element that the figure speaks of. */
export function Formula({ model, t }: Props) {
  const { norm } = model.state.answered.value.params;
  if (norm === 'none') return null;
  return (
    <div class="formulas">
      {norm === 'rms' ? (
        <MeanSquare model={model} t={t} />
      ) : (
        <MeanAndDeviation model={model} t={t} />
      )}
      <Output model={model} t={t} />
    </div>
  );
}

function useNumbers(model: Model) {
  const { norm, x } = model.state.answered.value.params;
  const { of, over } = letters[norm === 'none' ? 'batch' : norm];
  const { index } = model.current.value;
  const [n, c] = index;
  const [, channels] = x.shape;
  const { groups } = model.state.answered.value.params;
  const group = Math.floor(c / (channels / groups));
  const places: Readonly<Record<string, number>> = { n: n + 1, c: c + 1, g: group + 1 };
  const valueOf = (name: Affine): number => {
    const all = model.affine.value[name];
    return all.shape.length === 1 ? all.data[c] : valueAt(all, index.slice(1));
  };
  return {
    of,
    over,
    at: [...of].map((letter) => places[letter]).join(','),
    values: model.sets.value?.values ?? 1,
    ...model.statistics.value,
    ...model.values.value,
    gamma: valueOf('gamma'),
    beta: valueOf('beta'),
  };
}

function MeanAndDeviation({ model, t }: Props) {
  const { of, over, at, values, mean = 0, variance = 0 } = useNumbers(model);
  return (
    <>
      <FormulaLine name={t('mean')}>
        <Symbol part="mean">
          μ<sub>{of}</sub>
        </Symbol>{' '}
        = <Fraction over={values}>{1}</Fraction> <Sum over={over} />{' '}
        <Symbol part="x">
          x<sub>nchw</sub>
        </Symbol>
        <InNumbers>
          μ<sub>{at}</sub> = {shortNumber(mean)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('deviation')}>
        <Symbol part="deviation">
          σ<sub>{of}</sub>
        </Symbol>{' '}
        =&nbsp;
        <Root>
          <Fraction over={values}>{1}</Fraction> <Sum over={over} /> (x<sub>nchw</sub> − μ
          <sub>{of}</sub>)²
        </Root>
        <InNumbers>
          σ<sub>{at}</sub> = {shortNumber(Math.sqrt(variance))}
        </InNumbers>
      </FormulaLine>
    </>
  );
}

function MeanSquare({ model, t }: Props) {
  const { of, over, at, values, variance = 0 } = useNumbers(model);
  return (
    <FormulaLine name={t('meanSquare')}>
      <Symbol part="deviation">
        r<sub>{of}</sub>
      </Symbol>{' '}
      = √( <Fraction over={values}>{1}</Fraction> <Sum over={over} />{' '}
      <Symbol part="x">
        x<sub>nchw</sub>
      </Symbol>
      ² )
      <InNumbers>
        r<sub>{at}</sub> = {shortNumber(Math.sqrt(variance))}
      </InNumbers>
    </FormulaLine>
  );
}

function Output({ model, t }: Props) {
  const { norm, epsilon } = model.state.answered.value.params;
  const { of, x, y, mean, variance = 0, gamma, beta } = useNumbers(model);
  const isRms = norm === 'rms';
  const parameter = isElementwise(norm) ? 'chw' : 'c';
  return (
    <FormulaLine name={t('output')}>
      <Symbol part="y">
        y<sub>nchw</sub>
      </Symbol>{' '}
      ={' '}
      <Symbol part="gamma">
        γ<sub>{parameter}</sub>
      </Symbol>{' '}
      {' · '}
      <Fraction
        over={
          <Root>
            {isRms ? 'r' : 'σ'}
            <sub>{of}</sub>² + ε
          </Root>
        }
      >
        x<sub>nchw</sub>
        {!isRms && (
          <>
            {' '}
            − μ<sub>{of}</sub>
          </>
        )}
      </Fraction>
      {!isRms && (
        <>
          {' + '}
          <Symbol part="beta">
            β<sub>{parameter}</sub>
          </Symbol>
        </>
      )}
      <InNumbers>
        {shortNumber(gamma)} ·{' '}
        {mean === undefined ? shortNumber(x) : `(${shortNumber(x)} − ${signedNumber(mean)})`} / √(
        {shortNumber(variance)} + {epsilon === '0' ? '0' : epsilon === '0.001' ? '10⁻³' : '10⁻⁵'})
        {!isRms && ` + ${signedNumber(beta)}`} = {shortNumber(y)}
      </InNumbers>
    </FormulaLine>
  );
}

/** The sum over the index set: it is what the lit cells are. */
const Sum = ({ over }: { readonly over: string }) => (
  <Symbol part="set">
    Σ<sub>{over}</sub>
  </Symbol>
);
