import { TensorPanels } from '#charts/tensor-panels.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model, Stage } from './model.ts';
import type { Scales } from './scene.ts';
import type { Key } from './strings.ts';
import { channelName, countText, imageName } from './words.ts';

/** More elements than this get no numbers of their own. */
const MOST_NUMBERS = 640;

type Props = ViewProps<Model, Key> & { readonly scales: Scales };

/** The same tensors as rows and columns of maps. */
export function Flat(props: Props) {
  return (
    <div class="flat">
      {props.model.shown.value.map((stage) => (
        <FlatStage key={stage} stage={stage} {...props} />
      ))}
    </div>
  );
}

function FlatStage({ stage, model, t, scales }: Props & { readonly stage: Stage }) {
  const { k } = useWidget();
  const array = model.tensors.value[stage];
  const { norm, beside } = model.state.answered.value.params;
  const sets = (stage === 'other' ? model.otherSets : model.sets).value;
  const { stage: at, index } = model.current.value;
  const meant = model.pointed.value !== undefined;
  const titles: Readonly<Record<Stage, string>> = {
    x: t('x'),
    sets: t(norm === 'rms' ? 'setsRms' : 'sets'),
    y: t('after', { norm: t(`norm.${norm}`) }),
    other: t('after', { norm: t(`norm.${beside}`) }),
  };
  return (
    <section {...usePart(stage === 'sets' ? 'set' : stage)}>
      <p class="panel-title">
        <b>{titles[stage]}</b>{' '}
        <small>{stage === 'sets' ? countText(t, model) : `[${array.shape.join(', ')}]`}</small>
      </p>
      <TensorPanels
        array={array}
        scaleOf={scales[stage]}
        numbers={stage !== 'sets' && array.data.length <= MOST_NUMBERS}
        mapName={(n, c) =>
          t('mapOf', { tensor: titles[stage], image: imageName(t, n), channel: channelName(t, c) })
        }
        cellName={({ row, column }, text) =>
          k('cell', { row: row + 1, column: column + 1, value: text })
        }
        rowName={(n) => imageName(t, n)}
        columnName={(c) => channelName(t, c)}
        faded={(n, c) => {
          if (!sets) return false;
          const set = sets.setOf(n, c);
          if (meant) return set !== sets.setOf(index[0], index[1]);
          return (stage === 'sets' || stage === 'y') && set >= model.done.value;
        }}
        current={at === stage ? index : undefined}
        onPoint={(place) => {
          model.pointed.value = place && { stage, index: place };
        }}
        onChoose={(place) => {
          model.choose({ stage, index: place });
        }}
      />
    </section>
  );
}
