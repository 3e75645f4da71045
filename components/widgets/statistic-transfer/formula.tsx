import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import { shortNumber, signedNumber } from '#charts/number-text.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { channelName, strengthText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** AdaIN, and where its γ and β come from, with the numbers of the channel that the figure speaks of. */
export function Formulas({ model, t }: Props) {
  const { params, result } = model.state.answered.value;
  const channel = model.current.value;
  const { content, style } = model.given(channel);
  const [gamma, beta] = [result.gamma.data[channel], result.beta.data[channel]];
  const strength = strengthText(params.strength);
  return (
    <div class="formulas">
      <FormulaLine name={t('transfer')}>
        <Symbol part="result">
          y<sub>chw</sub>
        </Symbol>{' '}
        ={' '}
        <Symbol part="gamma">
          γ<sub>c</sub>
        </Symbol>{' '}
        · (
        <Symbol part="content">
          x<sub>chw</sub>
        </Symbol>{' '}
        −{' '}
        <Symbol part="mean">
          μ<sub>c</sub>
        </Symbol>
        ) / √(
        <Symbol part="deviation">
          σ<sub>c</sub>²
        </Symbol>{' '}
        + ε) +{' '}
        <Symbol part="beta">
          β<sub>c</sub>
        </Symbol>
        <InNumbers>
          {channelName(model, t, channel)}: {shortNumber(gamma)} · (x − {signedNumber(content.mean)}
          ) / {shortNumber(content.deviation)} + {signedNumber(beta)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name="γ">
        γ<sub>c</sub> = σ<sub>c</sub> + <Symbol part="strength">α</Symbol> (
        <Symbol part="style">
          σ<sub>c</sub>
          <sup>s</sup>
        </Symbol>{' '}
        − σ<sub>c</sub>)
        <InNumbers>
          {shortNumber(content.deviation)} + {strength} · ({shortNumber(style.deviation)} −{' '}
          {shortNumber(content.deviation)}) = {shortNumber(gamma)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name="β">
        β<sub>c</sub> = μ<sub>c</sub> + <Symbol part="strength">α</Symbol> (
        <Symbol part="style">
          μ<sub>c</sub>
          <sup>s</sup>
        </Symbol>{' '}
        − μ<sub>c</sub>)
        <InNumbers>
          {shortNumber(content.mean)} + {strength} · ({shortNumber(style.mean)} −{' '}
          {signedNumber(content.mean)}) = {shortNumber(beta)}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}
