import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { useShown } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { watchedOf } from './data.ts';
import type { Model } from './model.ts';
import { DEEPEST, params as schema } from './params.ts';
import { stepOf } from './rate-axis.ts';
import type { Key } from './strings.ts';

/** The chain, its step, and what normalizes it. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { weights, x, epsilon, beside, layer, watched } = model.state.params.value;
  const index = Math.min(layer, weights.data.length) - 1;
  const { min, max } = schema.weights;
  const weighs = useShown('weights');
  return (
    <>
      <div class="control-row">
        <span {...usePart('epsilon')}>
          <NumberField
            label={t('param.epsilon')}
            name="epsilon"
            value={epsilon}
            min={schema.epsilon.min}
            max={schema.epsilon.max}
            step={stepOf(model.axisEnd.value)}
            onChange={model.setEpsilon}
          />
        </span>
        <NumberField
          label={t('layersCount')}
          name="weights"
          value={weights.data.length}
          min={1}
          max={DEEPEST}
          step={1}
          onChange={model.setLayers}
        />
        <NumberField
          label={t('oneWeight', { layer: index + 1 })}
          name="weights"
          value={weights.data[index]}
          min={min}
          max={max}
          step={0.05}
          onChange={(value) => model.setWeight(index, value)}
        />
        {weighs && (
          <button type="button" onClick={() => model.setEvery(weights.data[index])}>
            {t('every')}
          </button>
        )}
        <span {...usePart('input')}>
          <NumberField
            label={t('input')}
            name="x"
            value={x.data[watchedOf({ x, watched })]}
            min={schema.x.min}
            max={schema.x.max}
            step={0.1}
            onChange={model.setInput}
          />
        </span>
        <Control name="layer" />
      </div>
      {beside !== 'none' && (
        <div class="control-row">
          <Control name="watched" />
          <Control name="normEpsilon" />
          {beside === 'relu-norm' && <Control name="bias" />}
        </div>
      )}
    </>
  );
}
