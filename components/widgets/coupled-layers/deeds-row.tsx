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
  const { promises, deeds, normPromises, normDeeds, isNormalized, done } = model;
  const plain = { part: '', promises: promises.value, deeds: deeds.value };
  const norm = { part: 'norm-', promises: normPromises.value, deeds: normDeeds.value };
  const chains = isNormalized.value ? [plain, norm] : [plain];
  const [least, most] = extent([
    0,
    ...chains.flatMap((chain) => [...chain.promises, ...chain.deeds]),
  ]);
  const list = (values: readonly number[]): string => values.map(changeText).join(', ');
  // Two pairs of bars stand beside each other in a column.
  const shift = isNormalized.value ? 20 / stations.count : 0;
  return (
    <div {...usePart('deeds')}>
      <Row
        name={t('deeds')}
        note={t('deedsNote')}
        label={t('deedsText', {
          promised: list(plain.promises),
          done: list(plain.deeds.slice(0, done.value)),
        })}
        height={HEIGHT}
        from={least}
        to={most > least ? most : least + 1}
      >
        {(y) => (
          <>
            <Columns model={model} stations={stations} height={HEIGHT} />
            {chains.map((chain, index) =>
              chain.promises.map((promise, layer) => (
                <Share
                  key={layer}
                  part={chain.part}
                  place={stations.edge(layer) + (index === 0 ? -shift : shift)}
                  promise={promise}
                  deed={layer < done.value ? chain.deeds[layer] : undefined}
                  y={y}
                />
              )),
            )}
          </>
        )}
      </Row>
    </div>
  );
}

type ShareProps = {
  /** What stands before the names of the parts. */
  readonly part: string;
  readonly place: number;
  readonly promise: number;
  readonly deed: number | undefined;
  readonly y: AxisScale;
};

/** A wide bar for the promise, and a narrow one on it for the truth. */
function Share({ part, place, promise, deed, y }: ShareProps) {
  const x = percent(place);
  const promised = usePart(`${part}promise`);
  const done = usePart(`${part}deed`);
  return (
    <g class={part === '' ? 'output' : 'norm-output'}>
      <line class="promise" {...promised} x1={x} x2={x} y1={y(0)} y2={y(promise)} />
      {deed !== undefined && <line class="deed" {...done} x1={x} x2={x} y1={y(0)} y2={y(deed)} />}
    </g>
  );
}
