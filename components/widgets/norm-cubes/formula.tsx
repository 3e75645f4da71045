import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { NormName } from './sets.ts';
import type { Key } from './strings.ts';
import { shortNumber } from './words.ts';

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
  const [n, c] = model.current.value.index;
  const [, channels] = x.shape;
  const { groups } = model.state.answered.value.params;
  const group = Math.floor(c / (channels / groups));
  const places: Readonly<Record<string, number>> = { n: n + 1, c: c + 1, g: group + 1 };
  return {
    of,
    over,
    at: [...of].map((letter) => places[letter]).join(','),
    values: model.sets.value?.values ?? 1,
    ...model.statistics.value,
    ...model.values.value,
    ...model.affine.value,
  };
}

function MeanAndDeviation({ model, t }: Props) {
  const { of, over, at, values, mean = 0, variance = 0 } = useNumbers(model);
  return (
    <>
      <Line name={t('mean')}>
        <Symbol part="mean">
          μ<sub>{of}</sub>
        </Symbol>{' '}
        = <Fraction over={values} /> <Sum over={over} />{' '}
        <Symbol part="x">
          x<sub>nchw</sub>
        </Symbol>
        <Value>
          μ<sub>{at}</sub> = {shortNumber(mean)}
        </Value>
      </Line>
      <Line name={t('deviation')}>
        <Symbol part="deviation">
          σ<sub>{of}</sub>
        </Symbol>{' '}
        = √( <Fraction over={values} /> <Sum over={over} /> (x<sub>nchw</sub> − μ<sub>{of}</sub>)² )
        <Value>
          σ<sub>{at}</sub> = {shortNumber(Math.sqrt(variance))}
        </Value>
      </Line>
    </>
  );
}

function MeanSquare({ model, t }: Props) {
  const { of, over, at, values, variance = 0 } = useNumbers(model);
  return (
    <Line name={t('meanSquare')}>
      <Symbol part="deviation">
        r<sub>{of}</sub>
      </Symbol>{' '}
      = √( <Fraction over={values} /> <Sum over={over} />{' '}
      <Symbol part="x">
        x<sub>nchw</sub>
      </Symbol>
      ² )
      <Value>
        r<sub>{at}</sub> = {shortNumber(Math.sqrt(variance))}
      </Value>
    </Line>
  );
}

function Output({ model, t }: Props) {
  const { norm, epsilon } = model.state.answered.value.params;
  const { of, x, y, mean, variance = 0, gamma, beta } = useNumbers(model);
  const isRms = norm === 'rms';
  const parameter = norm === 'layer' || isRms ? 'chw' : 'c';
  return (
    <Line name={t('output')}>
      <Symbol part="y">
        y<sub>nchw</sub>
      </Symbol>{' '}
      ={' '}
      <Symbol part="gamma">
        γ<sub>{parameter}</sub>
      </Symbol>{' '}
      · {isRms ? 'x' : '(x'}
      <sub>nchw</sub>{' '}
      {!isRms && (
        <>
          − μ<sub>{of}</sub>)
        </>
      )}{' '}
      / √({isRms ? 'r' : 'σ'}
      <sub>{of}</sub>² + ε) +{' '}
      <Symbol part="beta">
        β<sub>{parameter}</sub>
      </Symbol>
      <Value>
        {shortNumber(gamma)} ·{' '}
        {mean === undefined ? shortNumber(x) : `(${shortNumber(x)} − ${signed(mean)})`} / √(
        {shortNumber(variance)} + {epsilon === '0' ? '0' : epsilon === '0.001' ? '10⁻³' : '10⁻⁵'}) +{' '}
        {signed(beta)} = {shortNumber(y)}
      </Value>
    </Line>
  );
}

/** A number after a sign: in brackets if it has one of its own. */
const signed = (value: number): string =>
  value < 0 ? `(${shortNumber(value)})` : shortNumber(value);

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <p>
      <span class="name">{name}</span>
      <span class="letters">{children}</span>
    </p>
  );
}

const Value = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="value">{children}</span>
);

const Fraction = ({ over }: { readonly over: number }) => <span class="upright">1/{over}</span>;

/** The sum over the index set: it is what the lit cells are. */
const Sum = ({ over }: { readonly over: string }) => (
  <Symbol part="set">
    Σ<sub>{over}</sub>
  </Symbol>
);
