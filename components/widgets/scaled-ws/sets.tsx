import { useComputed } from '@preact/signals';
import { signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { TensorMap } from '#charts/fine-map.tsx';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor, numberText, shortNumber } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useShown, useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { mapOf } from '#nd/maps.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { weightsOf } from './filters.ts';
import { sides, type Cell, type Model, type SideName } from './model.ts';
import type { Key } from './strings.ts';
import { filterName, mapName } from './words.ts';

type Props = ViewProps<Model, Key>;

type Scales = Readonly<Record<SideName, ColourScale>>;

/** Weights below this have a decimal more. */
const SMALL = 0.01;

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/**
 * Every filter as a row: its maps before in one frame, since they are one set, and its maps after.
 * Where there are too many weights for cells that can be typed into, the current filter follows once more.
 */
export function Sets({ model, t }: Props) {
  const { shape } = model.tensors.value.before;
  const roomy = model.isRoomy.value;
  const scales = useComputed((): Scales => {
    const { before, after } = model.tensors.value;
    return {
      before: signedScale(maxAbs(before.data)),
      after: signedScale(maxAbs(after.data)),
    };
  });
  const shared = { model, t, scales: scales.value };
  return (
    <>
      <div
        class={roomy ? 'sets' : 'sets fine'}
        style={`--channels:${shape[1]};--map-columns:${shape[3]}`}
      >
        <span />
        {sides.map((side) => (
          <b key={side} class={`head ${side}`}>
            {t(side)}
          </b>
        ))}
        {indices(shape[0]).map((filter) => (
          <FilterRow key={filter} {...shared} filter={filter} />
        ))}
      </div>
      {!roomy && <Opened {...shared} />}
    </>
  );
}

type SetProps = Props & { readonly scales: Scales };

function FilterRow({ model, t, scales, filter }: SetProps & { readonly filter: number }) {
  const { mean, deviation, after } = model.filters.value[filter];
  const isCurrent = model.filter.value === filter;
  const maps = { model, t, scales, filter };
  return (
    <div class="filter" data-current={isCurrent ? '' : undefined}>
      <p class="name">
        <b>{filterName(t, filter)}</b> <Side t={t} side="before" />
        <span>
          <Symbol part="mean">μ</Symbol> {shortNumber(mean)}
        </span>{' '}
        <span>
          <Symbol part="deviation">σ</Symbol> {shortNumber(deviation)}
        </span>
      </p>
      <FilterMaps {...maps} side="before" />
      <FilterMaps {...maps} side="after" />
      <p class="left">
        <Side t={t} side="after" />
        <span>
          <Symbol part="standardized">Σŵ</Symbol> {numberText(after.sum, 2)}
        </span>{' '}
        <span>
          ‖<Symbol part="standardized">ŵ</Symbol>‖ {numberText(after.length, 2)}
        </span>
      </p>
    </div>
  );
}

/** Where the sets stand under each other, each has its side by its name. */
const Side = ({ t, side }: { readonly t: Props['t']; readonly side: SideName }) => (
  <b class={`side ${side}`}>{t(side)}</b>
);

type FilterMapsProps = SetProps & { readonly filter: number; readonly side: SideName };

/** All maps of one filter on one side, in one frame. */
function FilterMaps({ model, t, scales, filter, side }: FilterMapsProps) {
  const array = model.tensors.value[side];
  const part = usePart(side === 'before' ? 'set' : 'standardized');
  // All maps have a part in it; only the current filter's light up.
  const lit = model.filter.value === filter ? part['data-lit'] : undefined;
  const editable = side === 'before' && model.isRoomy.value;
  return (
    <div class={`set ${side}`} {...part} data-lit={lit}>
      {indices(array.shape[1]).map((channel) =>
        editable ? (
          <Editor key={channel} {...{ model, t, scales, filter, channel }} />
        ) : (
          <Looked key={channel} {...{ model, t, scales, filter, channel, side }} />
        ),
      )}
    </div>
  );
}

type MapProps = SetProps & { readonly filter: number; readonly channel: number };

const decimalsOf = (weights: Float32Array): number =>
  maxAbs(weights) < SMALL ? 3 : decimalsFor(weights);

function useMap({ model, filter, channel }: MapProps) {
  const [n, c, row, column] = model.current.value;
  const marks: readonly Mark[] =
    n === filter && c === channel ? [{ kind: 'cell', row, column }] : [];
  return {
    marks,
    onPoint(at: Cell | undefined): void {
      model.pointed.value = at && [filter, channel, at.row, at.column];
    },
  };
}

function Editor(props: MapProps) {
  const { model, t, scales, filter, channel } = props;
  const besideSizes = useShown('weight');
  return (
    <MatrixEditor
      {...useMap(props)}
      scale={scales.before}
      decimals={decimalsOf(weightsOf(model.tensors.value.before, filter))}
      name="weight"
      quiet={besideSizes}
      label={mapName(t, 'before', filter, channel)}
      array={mapOf(model.tensors.value.before, filter, channel)}
      step={0.1}
      onSet={(at, value, gesture) => model.setCell([filter, channel], at, value, gesture)}
      onReplace={(cells) => model.setMap([filter, channel], cells)}
    />
  );
}

/** A map that is only looked at: with numbers, if they can be read. */
function Looked(props: MapProps & { readonly side: SideName }) {
  const { model, t, scales, filter, channel, side } = props;
  const { k } = useWidget();
  const roomy = model.isRoomy.value;
  const Map = roomy ? TensorGrid : TensorMap;
  return (
    <Map
      {...useMap(props)}
      scale={scales[side]}
      decimals={side === 'after' ? 2 : decimalsOf(weightsOf(model.tensors.value.before, filter))}
      label={mapName(t, side, filter, channel)}
      array={mapOf(model.tensors.value[side], filter, channel)}
      numbers={roomy}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
      onChoose={({ row, column }) => model.choose([filter, channel, row, column])}
    />
  );
}

/** The current filter with a cell for every weight. */
function Opened(props: SetProps) {
  const { model, t } = props;
  const filter = model.filter.value;
  const { shape } = model.tensors.value.before;
  return (
    <div class="opened" style={`--channels:${shape[1]}`}>
      <p class="panel-title">
        <b>{filterName(t, filter)}</b> <small>{t('before')}</small>
      </p>
      <div class="set before" {...usePart('set')}>
        {indices(shape[1]).map((channel) => (
          <Editor key={channel} {...props} filter={filter} channel={channel} />
        ))}
      </div>
    </div>
  );
}
