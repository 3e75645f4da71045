import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isFine, TensorMap } from '#charts/fine-map.tsx';
import { decimalsFor } from '#charts/number-text.ts';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { mapOf } from '#nd/maps.ts';
import type { Model, Stage } from './model.ts';
import type { Scales } from './scene.ts';
import type { Key } from './strings.ts';
import { partOf, usePartInHand } from './use-part.ts';
import { channelName, filterName, outputName, sliceName } from './words.ts';

export type FlatProps = ViewProps<Model, Key> & { readonly scales: Scales };

/** The same tensors as maps: channels, a table of slices by filter and channel, and the output. */
export function Flat({ model, t, scales }: FlatProps) {
  const { channels, filters } = model.layer.value;
  // One look at all elements of a tensor for all of its maps.
  const decimals = useComputed(() => {
    const { image, weight, output } = model.tensors.value;
    return {
      image: decimalsFor(image.data),
      weight: decimalsFor(weight.data),
      output: decimalsFor(output.data),
    };
  });
  const map = (stage: Stage, n: number, c: number, label: string) => (
    <Map {...{ model, t, scales, stage, n, c, label }} decimals={decimals.value[stage]} />
  );
  return (
    <div class="flat">
      <Tensor model={model} t={t} stage="image">
        <div class="maps" style={mapColumns(model, 'image')}>
          {indices(channels).map((c) => (
            <div key={c}>
              <b>{channelName(t, c)}</b>
              {map('image', 0, c, channelName(t, c))}
            </div>
          ))}
        </div>
      </Tensor>
      <Tensor model={model} t={t} stage="weight">
        <div
          class="slices"
          style={`--channels:${channels};--map-columns:${model.tensors.value.weight.shape[3]}`}
        >
          <span />
          {indices(channels).map((c) => (
            <b key={c}>{channelName(t, c)}</b>
          ))}
          {indices(filters).flatMap((f) => {
            const seen = model.seenBy(f);
            return [
              <b key={f} class={`hue-${f + 1}`}>
                {filterName(t, f)}
              </b>,
              ...indices(channels).map((c) => (
                <div key={`${f} ${c}`}>
                  {seen.includes(c) && map('weight', f, c - seen[0], sliceName(t, f, c))}
                </div>
              )),
            ];
          })}
        </div>
      </Tensor>
      <Tensor model={model} t={t} stage="output">
        <div class="maps" style={mapColumns(model, 'output')}>
          {indices(filters).map((f) => (
            <div key={f} class={`hue-${f + 1}`}>
              <b>{outputName(t, f)}</b>
              {map('output', 0, f, outputName(t, f))}
            </div>
          ))}
        </div>
      </Tensor>
    </div>
  );
}

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** A fine map is as wide as one of some cells. */
function mapColumns(model: Model, stage: Stage): string {
  const shape = model.tensors.value[stage].shape.slice(2);
  return `--map-columns:${isFine(shape) ? 9 : Math.min(shape[1], 12)}`;
}

type TensorProps = ViewProps<Model, Key> & {
  readonly stage: Stage;
  readonly children: ComponentChildren;
};

function Tensor({ model, t, stage, children }: TensorProps) {
  const { shape } = model.tensors.value[stage];
  return (
    <section {...usePartInHand(model, partOf[stage])}>
      <p class="panel-title">
        <b>{t(stage)}</b>{' '}
        <small>[{(stage === 'weight' ? shape : shape.slice(1)).join(', ')}]</small>
      </p>
      {children}
    </section>
  );
}

type MapProps = FlatProps & {
  readonly stage: Stage;
  readonly n: number;
  readonly c: number;
  readonly label: string;
  readonly decimals: number;
};

function Map({ model, scales, stage, n, c, label, decimals }: MapProps) {
  const { k } = useWidget();
  const array = model.tensors.value[stage];
  const { stage: at, index } = model.current.value;
  const isCurrent = at === stage && index[0] === n && index[1] === c;
  return (
    <TensorMap
      label={label}
      array={mapOf(array, n, c)}
      scale={scales[stage]}
      decimals={decimals}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
      marks={isCurrent ? [{ kind: 'cell', row: index[2], column: index[3] }] : undefined}
      onPoint={(cell) => {
        model.pointed.value = cell && { stage, index: [n, c, cell.row, cell.column] };
      }}
      onChoose={({ row, column }) => {
        model.choose({ stage, index: [n, c, row, column] });
      }}
    />
  );
}
