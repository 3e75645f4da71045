import type { AxisScale } from '#charts/axis-scale.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { extent } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import { Columns, Row } from './row.tsx';
import { percent, type Stations } from './stations.ts';
import type { Key } from './strings.ts';
import { changeText } from './words.ts';

type Props = ViewProps<Model, Key> & { readonly stations: Stations };

const HEIGHT = 66;

/** What each layer's step does to the output: as it promised, and as it comes when others have moved. */
export function DeedsRow({ model, t, stations }: Props) {
  const promises = model.promises.value;
  const deeds = model.deeds.value;
  const [least, most] = extent([...promises, ...deeds, 0]);
  const list = (values: readonly number[]): string => values.map(changeText).join(', ');
  return (
    <div {...usePart('deeds')}>
      <Row
        name={t('deeds')}
        note={t('deedsNote')}
        label={t('deedsText', {
          promised: list(promises),
          done: list(deeds.slice(0, model.done.value)),
        })}
        height={HEIGHT}
        from={least}
        to={most > least ? most : least + 1}
      >
        {(y) => (
          <>
            <Columns model={model} stations={stations} height={HEIGHT} />
            {promises.map((promise, layer) => (
              <g key={layer}>
                <Bar kind="promise" place={stations.edge(layer)} value={promise} y={y} />
                {layer < model.done.value && (
                  <Bar kind="deed" place={stations.edge(layer)} value={deeds[layer]} y={y} />
                )}
              </g>
            ))}
          </>
        )}
      </Row>
    </div>
  );
}

type BarProps = {
  readonly kind: 'promise' | 'deed';
  readonly place: number;
  readonly value: number;
  readonly y: AxisScale;
};

function Bar({ kind, place, value, y }: BarProps) {
  const x = percent(place);
  return <line class={kind} {...usePart(kind)} x1={x} x2={x} y1={y(0)} y2={y(value)} />;
}
