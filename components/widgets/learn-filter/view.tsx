import { useComputed } from '@preact/signals';
import { signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import { StepChart } from '#charts/step-chart.tsx';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Panel } from '#kit/panel.tsx';
import { usePart } from '#kit/part.ts';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { outcomeText, valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The maps that are compared, the kernel's step down the gradient, and the loss over all steps. */
export function View({ model, t }: Props) {
  return (
    <>
      <div class="learn-filter">
        <Maps model={model} t={t} />
        <Step model={model} t={t} />
        <Loss model={model} t={t} />
      </div>
      <p class="outcome" data-outcome={model.outcome.value}>
        {outcomeText(model, t)}
      </p>
    </>
  );
}

function Maps({ model, t }: Props) {
  const { target } = model.result.value;
  const imageScale = useComputed(() => signedScale(maxAbs(model.image.value.data)));
  const mapScale = useComputed(() => signedScale(maxAbs(model.result.value.target.data)));
  return (
    <div class="maps" style={`--cells:${model.image.value.shape[1] + 3 * target.shape[1]}`}>
      <Panel part="image" name={t('image')} note={model.image.value.shape.join(' × ')}>
        <Matrix label={t('image')} array={model.image.value} scale={imageScale.value} plain />
      </Panel>
      <Panel part="target" name={t('target')} note={t('targetOf')}>
        <Matrix label={t('target')} array={target} scale={mapScale.value} plain />
      </Panel>
      <Panel part="output" name={t('output')} note={t('outputOf')}>
        <Matrix label={t('output')} array={model.output.value} scale={mapScale.value} plain />
      </Panel>
      <Panel part="loss" name={t('error')} note={t('errorOf')}>
        <Matrix label={t('error')} array={model.error.value} scale={mapScale.value} plain />
      </Panel>
    </div>
  );
}

/** kernel − rate × gradient = next kernel, with the numbers of the present step. */
function Step({ model, t }: Props) {
  const { hidden } = model.state.params.value;
  const { rate } = model.state.answered.value.params;
  const scale = useComputed(() => signedScale(maxAbs(model.state.params.value.hidden.data)));
  const gradientScale = useComputed(() => signedScale(model.firstGradient.value));
  const step = model.step.value;
  return (
    <div class="step" data-large={hidden.shape[1] > 3}>
      <Panel part="hidden" name={t('hidden')} note={t('hiddenOf')}>
        <MatrixEditor
          name="hidden"
          label={t('hidden')}
          array={hidden}
          scale={scale.value}
          step={1}
          onSet={model.setHidden}
          onReplace={model.replaceHidden}
        />
      </Panel>
      <Panel part="kernel" name={t('kernel')} note={t('atStep', { step })}>
        <Matrix label={t('kernel')} array={model.kernel.value} scale={scale.value} />
      </Panel>
      <span class="sign">
        − <span {...usePart('rate')}>{numberText(rate, rate < 0.1 ? 3 : 2)}</span> ×
      </span>
      <Panel part="gradient" name={t('gradient')} note={t('gradientOf')}>
        <Matrix label={t('gradient')} array={model.gradient.value} scale={gradientScale.value} />
      </Panel>
      <div class="then" hidden={step === model.steps.value}>
        <span class="sign">=</span>
        <Panel part="next" name={t('next')} note={t('atStep', { step: step + 1 })}>
          <Matrix label={t('next')} array={model.next.value} scale={scale.value} />
        </Panel>
      </div>
    </div>
  );
}

function Loss({ model, t }: Props) {
  const { noise } = model.state.answered.value.params;
  return (
    <div class="loss" {...usePart('loss')}>
      <StepChart
        values={model.result.value.losses.data}
        step={model.step.value}
        valueLabel={t('lossAxis')}
        stepLabel={t('stepAxis')}
        levels={noise > 0 ? [{ value: noise ** 2, label: t('noiseLevel') }] : []}
        label={t('chart', valuesOf(model))}
        onStep={model.goTo}
      />
    </div>
  );
}

type MatrixProps = {
  readonly label: string;
  readonly array: NdArray;
  readonly scale: ColourScale;
  /** Colours only. */
  readonly plain?: boolean;
};

function Matrix({ label, array, scale, plain = false }: MatrixProps) {
  const { k } = useWidget();
  return (
    <TensorGrid
      label={label}
      array={array}
      scale={scale}
      decimals={Math.max(1, decimalsFor(array.data))}
      numbers={!plain}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
    />
  );
}
