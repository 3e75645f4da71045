import { Legend } from '#charts/legend.tsx';
import { TensorPanels } from '#charts/tensor-panels.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { channelHue, scaleAt, type Scales } from './scene.ts';
import type { Key } from './strings.ts';
import { channelName, imageName, mapName } from './words.ts';

/** More elements than this get no numbers of their own. */
const MOST_NUMBERS = 640;

/** The same mini-batch as rows and columns of maps. */
export function Flat({ model, t, scales }: ViewProps<Model, Key> & { readonly scales: Scales }) {
  const { k } = useWidget();
  const array = model.shown.value;
  const current = model.current.value;
  return (
    <section class="flat" {...usePart('set')}>
      <p class="panel-title">
        <b>[{array.shape.join(', ')}]</b>{' '}
        <small>
          <Legend
            entries={(['before', 'range', 'after'] as const).map((kind) => ({
              kind,
              label: t(kind),
            }))}
          />
        </small>
      </p>
      <TensorPanels
        array={array}
        scaleOf={(_, c) => scaleAt(model, scales, c)}
        numbers={array.data.length <= MOST_NUMBERS}
        mapName={(n, c) => mapName(t, model, n, c)}
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        rowName={(n) => imageName(t, n)}
        columnName={(c) => channelName(t, model, c)}
        columnHue={(c) => channelHue(c, model.channels.value)}
        faded={(_, c) => model.pointed.value !== undefined && c !== current[1]}
        current={current}
        onPoint={(place) => {
          model.pointed.value = place;
        }}
        onChoose={model.choose}
      />
    </section>
  );
}
