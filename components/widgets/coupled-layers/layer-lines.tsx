import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, InNumbers } from '#kit/formula.tsx';
import { Symbol } from '#kit/symbol.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { changeText, inBrackets, inputText, lengthText, preciseText, slopeText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Factors that are written out; of more, the first ones and the last. */
const MOST_FACTORS = 6;

/** The step of one layer, in letters and in numbers. */
export function LayerLines({ model, t }: Props) {
  const index = model.layer.value;
  const number = index + 1;
  const { product, gradient, moved } = model.result.value;
  const weight = inputText(model.weights.value[index]);
  const slope = changeText(product.data[index]);
  const epsilon = lengthText(model.epsilon.value);
  const [from, to] = [model.outputs.value[index], model.outputs.value[number]];
  return (
    <div class="layer-lines">
      <FormulaLine name={t('slope')}>
        <Symbol part="slope">
          g<sub>{number}</sub>
        </Symbol>{' '}
        = <Symbol part="input">x</Symbol> ∏<sub>j≠{number}</sub>{' '}
        <Symbol part="weights">
          w<sub>j</sub>
        </Symbol>
        <InNumbers>
          {factorsText(model)} = {slope}{' '}
          {t('backward', { slope: changeText(gradient.data[index]) })}
        </InNumbers>
      </FormulaLine>
      {model.isNormalized.value && (
        <FormulaLine name={t('normSlope')}>
          <Symbol part="norm-slope">
            ∂ŷ/∂w<sub>{number}</sub>
          </Symbol>
          <InNumbers>
            {slopeText(model.result.value.normGradient.data[index])} {t('normBackward')}
          </InNumbers>
        </FormulaLine>
      )}
      <FormulaLine name={t('step')}>
        <Symbol part="weights">
          w<sub>{number}</sub>
        </Symbol>{' '}
        − <Symbol part="epsilon">ε</Symbol>{' '}
        <Symbol part="slope">
          g<sub>{number}</sub>
        </Symbol>
        <InNumbers>
          {weight} − {epsilon} · {inBrackets(slope)} = {changeText(moved.data[index])}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('share')}>
        −<Symbol part="epsilon">ε</Symbol>{' '}
        <Symbol part="slope">
          g<sub>{number}</sub>²
        </Symbol>
        <InNumbers>
          −{epsilon} · {inBrackets(slope)}² = {preciseText(model.promises.value[index])}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('deed')}>
        <Symbol part="deeds">
          ŷ<sub>{number}</sub> − ŷ<sub>{index}</sub>
        </Symbol>
        <InNumbers>
          {number <= model.done.value
            ? `${preciseText(to)} − ${inBrackets(preciseText(from))} = ${preciseText(model.deeds.value[index])} ${t('deedNote')}`
            : t('noDeed', { layer: number })}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}

/** The input and all weights but that of the present layer, with signs of multiplication between them. */
function factorsText({ input, weights, layer }: Model): string {
  const others = weights.value.filter((_, index) => index !== layer.value);
  const texts = [input.value, ...others].map((value) => inBrackets(inputText(value)));
  const shown =
    texts.length <= MOST_FACTORS ? texts : [...texts.slice(0, 3), '…', texts[texts.length - 1]];
  return shown.join(' · ');
}
