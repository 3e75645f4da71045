import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { DeedsRow } from './deeds-row.tsx';
import { LayerTable, type TableRow } from './layer-table.tsx';
import type { Model } from './model.ts';
import { NodesRow, NormNodesRow } from './nodes-row.tsx';
import { stationsOf, type Stations } from './stations.ts';
import type { Key } from './strings.ts';
import { WeightsRow } from './weights-row.tsx';
import { cellText, inputText } from './words.ts';

type Props = ViewProps<Model, Key>;
type InnerProps = Props & { readonly stations: Stations };

/** The chain from left to right: its weights and their steps, what goes through it, what each layer does. */
export function ChainFigure({ model, t }: Props) {
  const normalized = model.isNormalized.value;
  const stations = stationsOf(model.layers.value, normalized);
  const short = model.isShort.value;
  const inner = { model, t, stations };
  return (
    <div class="chain" data-many={model.layers.value > 5} data-long={!short}>
      <WeightsRow {...inner} />
      {short && <Steps {...inner} />}
      <NodesRow {...inner} />
      {short && <Nodes {...inner} />}
      {normalized && <NormNodesRow {...inner} />}
      {normalized && short && <NormNodes {...inner} />}
      <DeedsRow {...inner} />
      {short && <Deeds {...inner} />}
    </div>
  );
}

const Index = ({ letter, children }: { letter: string; children: ComponentChildren }) => (
  <i>
    {letter}
    <sub>{children}</sub>
  </i>
);

/** With a gap before the last, where a normalization stands beside. */
function spread<T>(model: Model, cells: readonly T[]): (T | undefined)[] {
  if (!model.isNormalized.value) return [...cells];
  return [...cells.slice(0, -1), undefined, ...cells.slice(-1)];
}

function Steps({ model, t }: InnerProps) {
  const { product, moved } = model.result.value;
  const layers = model.weights.value;
  const heads = layers.map((_, index) => (
    <Index key={index} letter="w">
      {index + 1}
    </Index>
  ));
  const column = (layer: number): number =>
    model.isNormalized.value && layer === layers.length - 1 ? layer + 1 : layer;
  return (
    <LayerTable
      label={t('weightsOf')}
      between
      heads={spread(model, heads)}
      current={column(model.layer.value)}
      rows={[
        {
          name: <i>w</i>,
          part: 'before',
          kind: 'before',
          texts: spread(model, layers.map(inputText)),
        },
        {
          name: <i>g</i>,
          part: 'slope',
          texts: spread(model, Array.from(product.data, cellText)),
        },
        {
          name: (
            <>
              <i>w</i> − <i>εg</i>
            </>
          ),
          part: 'moved',
          kind: 'after',
          texts: spread(
            model,
            Array.from(moved.data, (weight, layer) =>
              layer < model.done.value ? cellText(weight) : '·',
            ),
          ),
        },
      ]}
    />
  );
}

function nodeHeads(layers: number): ComponentChildren[] {
  return [
    <i key="x">x</i>,
    ...Array.from({ length: layers - 1 }, (_, index) => (
      <Index key={index} letter="h">
        {index + 1}
      </Index>
    )),
    <i key="y">ŷ</i>,
  ];
}

/** The input as it was typed, and what is computed from it. */
const numbersOf = ([input, ...others]: readonly number[]): string[] => [
  inputText(input),
  ...others.map(cellText),
];

function Nodes({ model, t }: InnerProps) {
  const { before, now } = model.nodes.value;
  return (
    <NodeTable
      t={t}
      label={t('chain')}
      part="chain"
      heads={spread(model, nodeHeads(model.layers.value))}
      before={spread(model, numbersOf(before))}
      now={spread(model, numbersOf(now))}
    />
  );
}

function NormNodes({ model, t }: InnerProps) {
  const { before, now } = model.normNodes.value;
  const heads = nodeHeads(model.layers.value);
  return (
    <NodeTable
      t={t}
      label={t('normChain')}
      part="norm"
      heads={[...heads.slice(0, -1), <i key="n">ĥ</i>, ...heads.slice(-1)]}
      before={numbersOf(before)}
      now={numbersOf(now)}
    />
  );
}

type NodeTableProps = Pick<Props, 't'> & {
  readonly label: string;
  readonly part: string;
  readonly heads: readonly (ComponentChildren | undefined)[];
  readonly before: readonly (string | undefined)[];
  readonly now: readonly (string | undefined)[];
};

function NodeTable({ t, label, part, heads, before, now }: NodeTableProps) {
  return (
    <LayerTable
      label={label}
      heads={heads}
      rows={[
        { name: t('before'), part: `${part}-before`, kind: 'before', texts: before },
        { name: t('after'), part: `${part}-after`, kind: 'after', texts: now },
      ]}
    />
  );
}

function Deeds({ model, t }: InnerProps) {
  const { isNormalized, done, promises, deeds, normPromises, normDeeds } = model;
  const promised = (values: readonly number[]) => spread(model, values.map(cellText));
  const made = (values: readonly number[]) =>
    spread(
      model,
      values.map((deed, layer) => (layer < done.value ? cellText(deed) : '·')),
    );
  const plain: TableRow[] = [
    { name: t('promised'), part: 'promise', texts: promised(promises.value) },
    { name: t('truth'), part: 'deed', kind: 'after', texts: made(deeds.value) },
  ];
  const norm: TableRow[] = [
    { name: t('normPromised'), part: 'norm-promise', texts: promised(normPromises.value) },
    { name: t('normTruth'), part: 'norm-deed', kind: 'norm', texts: made(normDeeds.value) },
  ];
  return (
    <LayerTable
      label={t('deeds')}
      between
      rows={isNormalized.value ? [...plain, ...norm] : plain}
    />
  );
}
