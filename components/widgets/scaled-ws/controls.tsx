import { ControlRow } from '#controls/control-row.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { useShown } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { LEAST_DEVIATION, type Model } from './model.ts';
import { MAX_CHANNELS, MAX_FILTERS, MAX_SIDE, MOST, params } from './params.ts';
import type { Key } from './strings.ts';
import { filterName } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The sizes of the tensor, all weights of the current filter at once, how they are standardized, the inputs. */
export function Controls({ model, t }: Props) {
  return (
    <>
      {useShown('weight') && <Sizes model={model} t={t} />}
      <Filter model={model} t={t} />
      <ControlRow label={t('draw')} params={['form', 'activation', 'inputs', 'seed']} />
    </>
  );
}

function Sizes({ model, t }: Props) {
  const { shape } = model.state.params.value.weight;
  const size = (label: Key, axes: readonly number[], max: number) => (
    <NumberField
      label={t(label)}
      name="weight"
      value={shape[axes[axes.length - 1]]}
      min={1}
      max={max}
      step={1}
      onChange={(value) => model.setSize(axes, value)}
    />
  );
  return (
    <div class="control-row">
      <b>{t('tensor')}</b>
      {size('filterCount', [0], MAX_FILTERS)}
      {size('channelCount', [1], MAX_CHANNELS)}
      {size('side', [2, 3], MAX_SIDE)}
    </div>
  );
}

/** What moves, spreads or scales all weights of the current filter. */
function Filter({ model, t }: Props) {
  const filter = model.filter.value;
  const { mean, deviation, isFlat } = model.momentsOf(filter);
  const { form } = model.state.params.value;
  const visible = useShown('weight');
  const mark = { mean: usePart('mean'), deviation: usePart('deviation'), gain: usePart('gain') };
  return (
    <div class="control-row">
      <b>{t('thisFilter', { filter: filterName(t, filter) })}</b>
      {visible && (
        <span {...mark.mean}>
          <NumberField
            label={t('setMean')}
            value={mean}
            min={-MOST}
            max={MOST}
            step={0.1}
            onChange={(value) => model.setMoments(filter, { mean: value })}
          />
        </span>
      )}
      {visible && !isFlat && (
        <span {...mark.deviation}>
          <NumberField
            label={t('setDeviation')}
            value={deviation}
            min={LEAST_DEVIATION}
            max={MOST}
            step={0.1}
            onChange={(value) => model.setMoments(filter, { deviation: value })}
          />
        </span>
      )}
      {form !== 'plain' && (
        <span {...mark.gain}>
          <NumberField
            label={t('param.gain')}
            name="gain"
            value={model.gainOf(filter)}
            min={params.gain.min}
            max={params.gain.max}
            step={0.1}
            onChange={(value) => model.setGain(filter, value)}
          />
        </span>
      )}
    </div>
  );
}
