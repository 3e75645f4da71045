import { Grip } from '#charts/grip.tsx';
import { extent } from '#nd/nd-array.ts';
import type { AxisScale } from '#charts/axis-scale.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import { Columns, Row } from './row.tsx';
import { percent, type Stations } from './stations.ts';
import type { Key } from './strings.ts';
import { inputText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly stations: Stations };

const HEIGHT = 88;

/** Steps that leave this many times the weights' own range are cut off by the picture. */
const ROOM = 2;

/** The weights on upright axes of one scale, each with the step that it takes. */
export function WeightsRow({ model, t, stations }: Props) {
  const short = model.isShort.value;
  const weights = model.weights.value;
  const [least, most] = extent([...weights, 0]);
  const room = ROOM * Math.max(most - least, 1);
  const moved = Array.from(model.result.value.moved.data);
  const [lowest, highest] = extent([...weights, ...moved, 0, 1]);
  return (
    <div {...usePart('weights')}>
      <Row
        name={t('weightsOf')}
        note={t(short ? 'weightsNote' : 'weightsFixed')}
        label={t('weightsText', { layers: model.layers.value })}
        height={HEIGHT}
        from={Math.max(lowest, least - room)}
        to={Math.min(highest, most + room) * 1.1}
        interactive={short}
      >
        {(y) => (
          <>
            <Columns model={model} stations={stations} height={HEIGHT} />
            {weights.map((_, layer) => (
              <Weight key={layer} model={model} t={t} stations={stations} layer={layer} y={y} />
            ))}
          </>
        )}
      </Row>
    </div>
  );
}

type WeightProps = Props & { readonly layer: number; readonly y: AxisScale };

function Weight({ model, t, stations, layer, y }: WeightProps) {
  const place = percent(stations.edge(layer));
  const before = model.weights.value[layer];
  const after = model.result.value.moved.data[layer];
  const taken = layer < model.done.value;
  const own = model.state.params.value.weights.data[layer] ?? before;
  const within = (value: number): number => Math.min(Math.max(y(value), 0), HEIGHT);
  return (
    <>
      <g class={taken ? 'step' : 'step waiting'}>
        <line x1={place} x2={place} y1={within(before)} y2={within(after)} />
        <circle class="after" cx={place} cy={within(after)} r={model.isShort.value ? 4.5 : 3} />
      </g>
      {model.isShort.value ? (
        <g
          onPointerEnter={() => (model.pointed.value = layer)}
          onPointerLeave={() => (model.pointed.value = undefined)}
          onFocusIn={() => model.choose(layer)}
        >
          <Grip
            along="y"
            scale={y}
            across={place}
            value={own}
            min={schema.weights.min}
            max={schema.weights.max}
            step={0.05}
            label={t('weight', { layer: layer + 1 })}
            text={inputText(own)}
            class="weight"
            onMove={(value, gesture) => model.setWeight(layer, value, gesture)}
          />
        </g>
      ) : (
        <circle class="before" cx={place} cy={y(before)} r={3} />
      )}
    </>
  );
}
