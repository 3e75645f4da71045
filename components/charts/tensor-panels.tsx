import type { NdArray } from '#nd/nd-array.ts';
import type { ColourScale } from './cell-colour.ts';
import { decimalsFor } from './number-text.ts';
import { isFine, TensorMap } from './fine-map.tsx';
import type { GridCell } from './tensor-grid.tsx';

/** Place of an element in an [N, C, H, W] tensor. */
export type TensorIndex = readonly [n: number, c: number, h: number, w: number];

export type TensorPanelsProps = {
  /** [N, C, H, W] */
  readonly array: NdArray;
  readonly scaleOf: (n: number, c: number) => ColourScale;
  /** Whether cells hold their numbers; where not given, fine maps hold none. */
  readonly numbers?: boolean;
  /** What the map of row n and column c is, for screen readers. */
  readonly mapName: (n: number, c: number) => string;
  readonly cellName: (cell: GridCell, text: string) => string;
  readonly rowName: (n: number) => string;
  readonly columnName: (c: number) => string;
  /** Hue of a row or column of maps, from 0. */
  readonly rowHue?: (n: number) => number | undefined;
  readonly columnHue?: (c: number) => number | undefined;
  readonly faded?: (n: number, c: number) => boolean;
  readonly current?: TensorIndex;
  readonly onPoint?: (index: TensorIndex | undefined) => void;
  readonly onChoose?: (index: TensorIndex) => void;
};

/** A fine map is as wide as one of this many cells. */
const FINE_COLUMNS = 9;

/** A tensor of four axes laid flat: a row for every n, a column for every c, each map a grid. */
export function TensorPanels(props: TensorPanelsProps) {
  const { array, current } = props;
  const [count, channels, height, width] = array.shape;
  const decimals = decimalsFor(array.data);
  const size = height * width;
  return (
    <div
      class="tensor-panels"
      style={`--maps:${channels};--map-columns:${isFine(array.shape.slice(2)) ? FINE_COLUMNS : width}`}
    >
      <span />
      {Array.from({ length: channels }, (_, c) => (
        <b key={c} class={hueClass(props.columnHue?.(c))}>
          {props.columnName(c)}
        </b>
      ))}
      {Array.from({ length: count }, (_, n) => [
        <b key={`row ${n}`} class={hueClass(props.rowHue?.(n))}>
          {props.rowName(n)}
        </b>,
        ...Array.from({ length: channels }, (_, c) => {
          const start = (n * channels + c) * size;
          const isCurrent = current?.[0] === n && current[1] === c;
          return (
            <div key={`${n} ${c}`} class={props.faded?.(n, c) ? 'faded' : ''}>
              <TensorMap
                label={props.mapName(n, c)}
                array={{ shape: [height, width], data: array.data.subarray(start, start + size) }}
                scale={props.scaleOf(n, c)}
                numbers={props.numbers}
                decimals={decimals}
                cellName={props.cellName}
                marks={
                  isCurrent ? [{ kind: 'cell', row: current[2], column: current[3] }] : undefined
                }
                onPoint={(cell) => props.onPoint?.(cell && [n, c, cell.row, cell.column])}
                onChoose={({ row, column }) => props.onChoose?.([n, c, row, column])}
              />
            </div>
          );
        }),
      ])}
    </div>
  );
}

const hueClass = (hue: number | undefined): string => (hue === undefined ? '' : `hue-${hue + 1}`);
