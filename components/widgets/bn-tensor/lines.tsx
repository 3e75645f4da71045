import type { ComponentChildren } from 'preact';
import { decimalsFor, numberText, shortNumber, signedNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { channelName } from './words.ts';

type Props = ViewProps<Model, Key>;

/** More values than this stand in a sum only with its first and its last. */
const MOST_TERMS = 4;

/** The algorithm in four lines, each in letters and with the numbers of the current element. */
export function Lines({ model, t }: Props) {
  const { x, normalized, y, mean, variance, gamma, beta } = model.numbers.value;
  const values = model.population.value;
  const { epsilon } = model.state.answered.value.params;
  const [n, c, h, w] = model.current.value.map((at) => at + 1);
  const eps = epsilon === '0.001' ? '10⁻³' : '10⁻⁵';
  const sum = (term: (value: number) => string): string => sumText(values, term);
  const sub = <sub>c</sub>;
  return (
    <div class="lines">
      <p class="panel-title">
        <b>{channelName(t, model, c - 1)}</b> <small>{t('lines', { n, c, h, w })}</small>
      </p>
      <Line line={1} name={t('line1')} model={model}>
        <Symbol part="mean">μ{sub}</Symbol> = <Fraction over="m">1</Fraction> <Sum />{' '}
        <Symbol part="x">
          x<sub>nchw</sub>
        </Symbol>
        <InNumbers>
          ({sum(termText)}) / {values.length} = {shortNumber(mean)}
        </InNumbers>
      </Line>
      <Line line={2} name={t('line2')} model={model}>
        <Symbol part="deviation">σ{sub}²</Symbol> = <Fraction over="m">1</Fraction> <Sum /> (x
        <sub>nchw</sub> − μ{sub})²
        <InNumbers>
          ({sum((value) => `(${termText(value)} − ${signedNumber(mean)})²`)}) / {values.length} ={' '}
          {shortNumber(variance)}
        </InNumbers>
      </Line>
      <Line line={3} name={t('line3')} model={model}>
        <Symbol part="normalized">
          x̂<sub>nchw</sub>
        </Symbol>{' '}
        ={' '}
        <Fraction
          over={
            <Root>
              <Symbol part="deviation">σ{sub}²</Symbol> + ε
            </Root>
          }
        >
          <Symbol part="x">
            x<sub>nchw</sub>
          </Symbol>{' '}
          − <Symbol part="mean">μ{sub}</Symbol>
        </Fraction>
        <InNumbers>
          ({termText(x)} − {signedNumber(mean)}) / √({shortNumber(variance)} + {eps}) ={' '}
          {shortNumber(normalized)}
        </InNumbers>
      </Line>
      <Line line={4} name={t('line4')} model={model}>
        <Symbol part="y">
          y<sub>nchw</sub>
        </Symbol>{' '}
        = <Symbol part="gamma">γ{sub}</Symbol> · <Symbol part="normalized">x̂</Symbol>
        <sub>nchw</sub> + <Symbol part="beta">β{sub}</Symbol>
        <InNumbers>
          {shortNumber(gamma)} · {signedNumber(normalized)} + {signedNumber(beta)} ={' '}
          {shortNumber(y)}
        </InNumbers>
      </Line>
    </div>
  );
}

type LineProps = {
  readonly line: number;
  readonly name: string;
  readonly model: Model;
  readonly children: ComponentChildren;
};

/** A line of the algorithm: where the walk is, where it has been, or what is still to come. */
function Line({ line, name, model, children }: LineProps) {
  const lines = model.lines.value;
  const place = line === lines ? 'now' : line < lines ? 'done' : 'later';
  return (
    <div class="line" data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
      <FormulaLine name={name}>{children}</FormulaLine>
    </div>
  );
}

/** The sum over a channel of all images: it is what the lit cells are. */
const Sum = () => (
  <Symbol part="set">
    Σ<sub>n,h,w</sub>
  </Symbol>
);

/** An entry of the tensor, with the digits that it has. */
function termText(value: number): string {
  const text = numberText(value, decimalsFor([value], 2));
  return value < 0 ? `(${text})` : text;
}

function sumText(values: readonly number[], term: (value: number) => string): string {
  const terms =
    values.length <= MOST_TERMS
      ? values.map(term)
      : [term(values[0]), term(values[1]), '…', term(values[values.length - 1])];
  return terms.join(' + ');
}
