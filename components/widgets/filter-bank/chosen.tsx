import { isFine, TensorMap } from '#charts/fine-map.tsx';
import type { Mark } from '#charts/grid-marks.tsx';
import { numberText } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import { mapOf } from '#nd/maps.ts';
import type { FlatProps } from './flat.tsx';
import { SlicePreset } from './slice-preset.tsx';
import { usePartInHand } from './use-part.ts';
import { channelName, filterName, outputName, sliceName } from './words.ts';

/** The chosen filter: each channel that it sees under its slice, what they add up to, and its map. */
export function Chosen({ model, t, scales }: FlatProps) {
  const filter = model.filter.value;
  const { filters } = model.layer.value;
  return (
    <div class={`chosen hue-${filter + 1}`}>
      <p class="choose" role="group" aria-label={t('param.filter')} data-no-export>
        <span>{t('filter')}</span>
        {Array.from({ length: filters }, (_, f) => (
          <button
            key={f}
            type="button"
            class={`hue-${f + 1}`}
            aria-label={filterName(t, f)}
            aria-pressed={f === filter}
            onClick={() => model.state.show({ filter: f })}
          >
            {f + 1}
          </button>
        ))}
      </p>
      <div class="sum">
        {model.seen.value.map((channel, slice) => (
          <Summand key={channel} {...{ model, t, scales, channel, slice }} />
        ))}
        <p class="share bias" {...usePartInHand(model, 'bias')}>
          <small>{t('bias')}</small>
          <span>{signed(model.bias.value)}</span>
        </p>
        <Output model={model} t={t} scales={scales} />
      </div>
    </div>
  );
}

/** A number as a term of a sum. */
function signed(value: number): string {
  const text = numberText(Math.abs(value), 2);
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'} ${text}`;
}

type SummandProps = FlatProps & { readonly channel: number; readonly slice: number };

/** One channel, the slice that goes over it, and what they give at the place that is shown. */
function Summand({ model, t, scales, channel, slice }: SummandProps) {
  const { weight } = model.tensors.value;
  const filter = model.filter.value;
  const share = model.shares.value[slice];
  return (
    <section class="summand">
      <div {...usePartInHand(model, 'channels')}>
        <PanelTitle name={channelName(t, channel)} />
        <Channel {...{ model, t, scales, channel, slice }} />
      </div>
      <div class="slice" {...usePartInHand(model, 'kernel')}>
        <span class="sign" aria-hidden="true">
          ×
        </span>
        <MatrixEditor
          name="weight"
          quiet
          label={sliceName(t, filter, channel)}
          array={mapOf(weight, filter, slice)}
          scale={scales.weight}
          step={1}
          onPoint={(at) => {
            model.pointed.value = at && {
              stage: 'weight',
              index: [filter, slice, at.row, at.column],
            };
          }}
          onSet={(at, value, gesture) => model.setWeight(slice, at, value, gesture)}
          onReplace={(cells) => model.setSlices([slice], cells)}
        />
      </div>
      <SlicePreset
        model={model}
        t={t}
        slices={[slice]}
        label={t('slicePreset', { channel: channel + 1 })}
      />
      <p class="share">{slice === 0 ? numberText(share, 2) : signed(share)}</p>
    </section>
  );
}

/** A channel of the image; a fine one is not edited cell by cell. */
function Channel({ model, t, scales, channel }: SummandProps) {
  const { k } = useWidget();
  const { image, weight } = model.tensors.value;
  const { padding } = model.state.answered.value.params;
  const { row, column } = model.cell.value;
  const window: Mark = {
    kind: 'window',
    row: row - padding,
    column: column - padding,
    rows: weight.shape[2],
    columns: weight.shape[3],
  };
  const shared = {
    label: channelName(t, channel),
    array: mapOf(image, 0, channel),
    scale: scales.image,
    marks: [window],
    onPoint: (at?: { row: number; column: number }) => {
      model.pointed.value = at && { stage: 'image', index: [0, channel, at.row, at.column] };
    },
  } as const;
  if (isFine(shared.array.shape)) {
    return (
      <TensorMap
        {...shared}
        cellName={(at, text) => k('cell', { row: at.row + 1, column: at.column + 1, value: text })}
      />
    );
  }
  return (
    <MatrixEditor
      {...shared}
      name="image"
      quiet
      numbers={false}
      step={0.1}
      brush={1}
      onSet={(at, value, gesture) => model.setPixel(channel, at, value, gesture)}
      onReplace={(cells) => model.setChannel(channel, cells)}
    />
  );
}

/** The filter's own map, and the sum that fills the cell that is shown. */
function Output({ model, t, scales }: FlatProps) {
  const { k } = useWidget();
  const { output } = model.tensors.value;
  const filter = model.filter.value;
  const cell = model.cell.value;
  const { activation } = model.state.answered.value.params;
  const sum = numberText(model.sum.value, 2);
  return (
    <section class="result" {...usePartInHand(model, 'output')}>
      <PanelTitle name={outputName(t, filter)} note={output.shape.slice(2).join(' × ')} />
      <TensorMap
        label={outputName(t, filter)}
        array={mapOf(output, 0, filter)}
        scale={scales.output}
        marks={[{ kind: 'cell', ...cell }]}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        onPoint={(at) => {
          model.pointed.value = at && { stage: 'output', index: [0, filter, at.row, at.column] };
        }}
        onChoose={({ row, column }) => {
          model.choose({ stage: 'output', index: [0, filter, row, column] });
        }}
      />
      <p class="share">
        = <b>{sum}</b>
        {activation === 'relu' && ` → ${numberText(Math.max(0, model.sum.value), 2)}`}
      </p>
    </section>
  );
}
