import type { AxisScale } from '#charts/axis-scale.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import { Columns, Row } from './row.tsx';
import { percent, type Stations } from './stations.ts';
import type { Key } from './strings.ts';
import { chainList } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly stations: Stations };

const HEIGHT = 80;

/** What goes from layer to layer, before the step and now. */
export function NodesRow({ model, t, stations }: Props) {
  const { before, now } = model.nodes.value;
  const places = before.map((_, index) => stations.node(index));
  return (
    <div {...usePart('chain')}>
      <Chain
        model={model}
        t={t}
        stations={stations}
        name={t('chain')}
        note={t('chainNote')}
        places={places}
        before={before}
        now={now}
      />
    </div>
  );
}

/** The same for the chain whose last layer stands behind a normalization. */
export function NormNodesRow({ model, t, stations }: Props) {
  const { before, now } = model.normNodes.value;
  const last = model.layers.value;
  const places = before.map((_, index) => {
    if (index < last) return stations.node(index);
    return index === last ? stations.normNode : stations.node(last);
  });
  const rectified = model.params.value.beside === 'relu-norm';
  return (
    <div {...usePart('norm')}>
      <Chain
        model={model}
        t={t}
        stations={stations}
        name={t(rectified ? 'reluChain' : 'normChain')}
        note={t('normChainNote')}
        places={places}
        before={before}
        now={now}
        normalization={stations.normEdge}
      />
    </div>
  );
}

type ChainProps = Props & {
  readonly name: string;
  readonly note: string;
  readonly places: readonly number[];
  readonly before: readonly number[];
  readonly now: readonly number[];
  /** Where a normalization stands, if there is one. */
  readonly normalization?: number;
};

function Chain(props: ChainProps) {
  const { model, t, stations, name, note, places, before, now, normalization } = props;
  const [least, most] = extent([...before, ...now, 0]);
  return (
    <Row
      name={name}
      note={note}
      label={t('chainText', { before: chainList(before), after: chainList(now) })}
      height={HEIGHT}
      from={least}
      to={most > least ? most : least + 1}
    >
      {(y) => (
        <>
          <Columns model={model} stations={stations} height={HEIGHT} />
          {normalization !== undefined && (
            <g class="normalization">
              <line x1={percent(normalization)} x2={percent(normalization)} y2={HEIGHT} />
              <text class="mark-label" x={percent(normalization)} dx={5} y={HEIGHT - 2}>
                BN
              </text>
            </g>
          )}
          <Line kind="before" values={before} places={places} y={y} long={!model.isShort.value} />
          {model.done.value > 0 && (
            <Line kind="after" values={now} places={places} y={y} long={!model.isShort.value} />
          )}
        </>
      )}
    </Row>
  );
}

type LineProps = {
  readonly kind: 'before' | 'after';
  readonly values: readonly number[];
  readonly places: readonly number[];
  readonly y: AxisScale;
  readonly long: boolean;
};

function Line({ kind, values, places, y, long }: LineProps) {
  return (
    <g class={`line state-${kind}`}>
      {values.slice(1).map((value, index) => (
        <line
          key={index}
          x1={percent(places[index])}
          y1={y(values[index])}
          x2={percent(places[index + 1])}
          y2={y(value)}
        />
      ))}
      {values.map((value, index) => (
        <circle key={index} cx={percent(places[index])} cy={y(value)} r={long ? 2.5 : 4.5} />
      ))}
    </g>
  );
}
